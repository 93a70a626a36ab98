package chatlabs.grader.channel;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Fates by chance. The nth datagram of a direction has the same fate whenever seed and rates are the
 * same, whatever goes the other way meanwhile. The rates may be changed from any thread.
 */
public final class Chance implements Fates {
  private final RandomGenerator forth;
  private final RandomGenerator back;
  private volatile Rates rates;

  /** These rates in both directions. */
  public Chance(long seed, Rates rates) {
    this.rates = rates;
    this.forth = new SplittableRandom(seed);
    this.back = new SplittableRandom(seed * 31 + 17);
  }

  /** The rates that hold now. */
  public Rates rates() {
    return rates;
  }

  /** From now on these rates. */
  public void rates(Rates newRates) {
    rates = newRates;
  }

  /** Always draws as many numbers, so that one rate does not move what another decides. */
  @Override
  public Fate of(Arrival arrival) {
    var now = rates;
    var die = arrival.way() == Way.FORTH ? forth : back;
    boolean lost = die.nextDouble() < now.loss();
    boolean doubled = die.nextDouble() < now.doubling();
    boolean damaged = die.nextDouble() < now.damage();
    double place = die.nextDouble();
    double late = die.nextDouble();
    if (lost) {
      return Fate.LOST;
    }
    var fate = doubled ? Fate.DOUBLED : Fate.PASS;
    if (damaged) {
      fate = fate.and(Fate.damaged((int) (place * arrival.length() * 8)));
    }
    long jitter = (long) (late * now.jitter().toNanos());
    return jitter > 0 ? fate.and(Fate.delayed(Duration.ofNanos(jitter))) : fate;
  }
}
