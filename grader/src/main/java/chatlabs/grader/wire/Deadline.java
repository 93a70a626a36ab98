package chatlabs.grader.wire;

import java.time.Duration;

/**
 * The end of a wait. When it seems to be reached, the machine's slowness is measured, and the end
 * put off in proportion: a slow machine gets the same verdicts, only later. It is never reached on
 * the way to a pass, so the measuring costs a correct program nothing. For one thread.
 */
public final class Deadline {
  private final long start = System.nanoTime();
  private final long base;
  private final boolean stretches;
  private long length;

  Deadline(Duration base) {
    this(base, true);
  }

  private Deadline(Duration base, boolean stretches) {
    this.base = base.toNanos();
    this.length = this.base;
    this.stretches = stretches;
  }

  /** The end of a while in which nothing is to happen: it is always reached, and never put off. */
  public static Deadline fixed(Duration length) {
    return new Deadline(length, false);
  }

  /** Nanoseconds until the end, stretched when it is due; 0 when it has come. */
  public long remainingNanos() {
    long remaining = length - elapsed();
    if (remaining > 0 || !stretches) {
      return Math.max(0, remaining);
    }
    length = Math.max(length, (long) (base * Slowness.measure()));
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
