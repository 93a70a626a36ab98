package chatlabs.grader.channel;

import chatlabs.grader.transcript.Mishap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of one datagram: the sum of what happens to it.
 *
 * @param lost it does not arrive, whatever else is said
 * @param copies how often it arrives; 1 usually
 * @param damages what is done to its bytes, in this order
 * @param delay how much longer than the line's own delay it takes
 * @param heldUntil the identity of the frame that it waits for: it arrives right after the next such
 *     frame, in either direction, has; {@link #NEXT} is any other one of its own direction; empty
 *     when it does not wait
 */
public record Fate(
    boolean lost, int copies, List<Damage> damages, Duration delay, String heldUntil) {
  /** Stands for whatever frame passes next in the same direction. */
  public static final String NEXT = "the next one";

  /** It passes as it is. */
  public static final Fate PASS = new Fate(false, 1, List.of(), Duration.ZERO, "");

  /** It does not arrive. */
  public static final Fate LOST = new Fate(true, 1, List.of(), Duration.ZERO, "");

  /** It arrives twice. */
  public static final Fate DOUBLED = new Fate(false, 2, List.of(), Duration.ZERO, "");

  public Fate {
    damages = List.copyOf(damages);
    if (copies < 1 || delay.isNegative()) {
      throw new IllegalArgumentException(copies + " copies after " + delay);
    }
  }

  /** One bit of it is flipped; bits count from the highest of the first byte. */
  public static Fate damaged(int bit) {
    return damaged(Damage.bit(bit));
  }

  /** This is done to its bytes. */
  public static Fate damaged(Damage damage) {
    return new Fate(false, 1, List.of(damage), Duration.ZERO, "");
  }

  /** It takes so much longer than the line's own delay. */
  public static Fate delayed(Duration delay) {
    return new Fate(false, 1, List.of(), delay, "");
  }

  /** It arrives right after the next frame of this identity, or of any when it is {@link #NEXT}. */
  public static Fate heldUntil(String frame) {
    return new Fate(false, 1, List.of(), Duration.ZERO, frame);
  }

  /** Both of them: it is lost when one says so; of two frames to wait for, it waits for the last. */
  public Fate and(Fate other) {
    var both = new ArrayList<>(damages);
    both.addAll(other.damages);
    return new Fate(
        lost || other.lost,
        copies * other.copies,
        both,
        delay.plus(other.delay),
        other.heldUntil.isEmpty() ? heldUntil : other.heldUntil);
  }

  /** Its parts that diagrams show as such. */
  public Set<Mishap> mishaps() {
    if (lost) {
      return EnumSet.of(Mishap.LOST);
    }
    var mishaps = EnumSet.noneOf(Mishap.class);
    if (copies > 1) {
      mishaps.add(Mishap.DOUBLED);
    }
    if (!damages.isEmpty()) {
      mishaps.add(Mishap.DAMAGED);
    }
    if (!heldUntil.isEmpty()) {
      mishaps.add(Mishap.HELD);
    } else if (!delay.isZero()) {
      mishaps.add(Mishap.DELAYED);
    }
    return mishaps;
  }

  /** For people: {@code lost}, {@code doubled, bit 37 flipped}; empty when it passes as it is. */
  public String words() {
    if (lost) {
      return "lost";
    }
    var words = new ArrayList<String>();
    if (copies > 1) {
      words.add(copies == 2 ? "doubled" : copies + " copies");
    }
    damages.forEach(damage -> words.add(damage.words()));
    if (!heldUntil.isEmpty()) {
      words.add("held until " + heldUntil + " has passed");
    } else if (!delay.isZero()) {
      words.add("delayed " + millis(delay));
    }
    return String.join(", ", words);
  }

  /** The bytes that arrive; the array that is given stays as it is. */
  byte[] applied(byte[] bytes) {
    byte[] arriving = bytes;
    for (var damage : damages) {
      arriving = damage.change().apply(arriving.clone());
    }
    return arriving;
  }

  private static String millis(Duration delay) {
    double millis = delay.toNanos() / 1e6;
    return millis == Math.rint(millis)
        ? (long) millis + " ms"
        : String.format(java.util.Locale.ROOT, "%.1f ms", millis);
  }
}
