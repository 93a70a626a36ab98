package chatlabs.grader.wire;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The end of a wait. When it seems to be reached, the machine's slowness is measured, and the end
 * put off in proportion: a slow machine gets the same verdicts, only later. It is never reached on
 * the way to a pass, so the measuring costs a correct program nothing. For one thread.
 */
public final class Deadline {
  private final long start = System.nanoTime();
  private final DoubleSupplier slowness;
  private final long base;
  private long length;

  /** A deadline that is put off by this factor, which is asked for when it seems to be reached. */
  Deadline(Duration base, DoubleSupplier slowness) {
    this.base = base.toNanos();
    this.slowness = slowness;
    this.length = this.base;
  }

  /** The end of a while in which nothing is to happen: it is always reached, and never put off. */
  public static Deadline fixed(Duration length) {
    return new Deadline(length, () -> 1);
  }

  /** Nanoseconds until the end, stretched when it is due; 0 when it has come. */
  public long remainingNanos() {
    long remaining = length - elapsed();
    if (remaining > 0) {
      return remaining;
    }
    length = Math.max(length, (long) (base * slowness.getAsDouble()));
    return Math.max(0, length - elapsed());
  }

  /** How long it was waited so far. */
  public Duration waited() {
    return Duration.ofNanos(elapsed());
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
