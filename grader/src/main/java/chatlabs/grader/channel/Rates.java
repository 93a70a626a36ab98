package chatlabs.grader.channel;

import java.time.Duration;

/**
 * How likely what is, for each datagram: numbers from 0 to 1.
 *
 * @param jitter the delay of each is the line's, and a random part of this beside it
 */
public record Rates(double loss, double doubling, double damage, Duration jitter) {
  /** Nothing happens to anything. */
  public static final Rates NONE = new Rates(0, 0, 0, Duration.ZERO);

  public Rates {
    demand("loss", loss);
    demand("doubling", doubling);
    demand("damage", damage);
    if (jitter.isNegative()) {
      throw new IllegalArgumentException("a jitter cannot be negative: " + jitter);
    }
  }

  /** Only losses, so many. */
  public static Rates loss(double loss) {
    return NONE.withLoss(loss);
  }

  /** The same with another rate of losses. */
  public Rates withLoss(double rate) {
    return new Rates(rate, doubling, damage, jitter);
  }

  /** The same with another rate of doubles. */
  public Rates withDoubling(double rate) {
    return new Rates(loss, rate, damage, jitter);
  }

  /** The same with another rate of damage. */
  public Rates withDamage(double rate) {
    return new Rates(loss, doubling, rate, jitter);
  }

  /** The same with another jitter. */
  public Rates withJitter(Duration newJitter) {
    return new Rates(loss, doubling, damage, newJitter);
  }

  private static void demand(String what, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("a rate of " + what + " is from 0 to 1, not " + rate);
    }
  }
}
