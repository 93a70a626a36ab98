package chatlabs.grader.wire;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The end of a wait. It is counted in {@link MachineTime}, and when it seems to be reached, the
 * machine's slowness is measured, and the end put off in proportion: a crowded or slow machine gets
 * the same verdicts, only later. It is never reached on the way to a pass, so the measuring costs a
 * correct program nothing.
 *
 * <p>Who waits asks often, at least every {@link #OFTEN}. So a longer while between two questions is
 * one in which the waiting thread could not run, and the program perhaps neither: it does not count.
 * For one thread.
 */
public final class Deadline {
  /** The longest time between two questions of one who waits. */
  static final Duration OFTEN = Duration.ofMillis(100);

  /** What counts of the time between two questions at most. */
  private static final long STEP = 2 * OFTEN.toNanos();

  private final LongSupplier clock;
  private final DoubleSupplier slowness;
  private final long base;
  private long length;
  private final long begun = System.nanoTime();
  private long asked;
  private long waited;

  /** A deadline that is put off by this factor, which is asked for when it seems to be reached. */
  Deadline(Duration base, DoubleSupplier slowness) {
    this(base, slowness, MachineTime.HERE::nanos);
  }

  /** The same by another clock, in nanoseconds. */
  Deadline(Duration base, DoubleSupplier slowness, LongSupplier clock) {
    this.clock = clock;
    this.slowness = slowness;
    this.base = base.toNanos();
    this.length = this.base;
    this.asked = clock.getAsLong();
  }

  /**
   * The end of a while in which nothing is to happen. It is counted in {@link MachineTime}, so that
   * a program on a crowded machine has its turn in it, and may do what it should not; it is always
   * reached, and not put off beyond that.
   */
  static Deadline quiet(Duration length) {
    return new Deadline(length, () -> 1);
  }

  /** The end of a while by the clock on the wall: it is always reached, and never put off. */
  public static Deadline fixed(Duration length) {
    return new Deadline(length, () -> 1, System::nanoTime);
  }

  /** Nanoseconds until the end at the earliest, stretched when it is due; 0 when it has come. */
  public long remainingNanos() {
    count();
    if (waited < length) {
      return length - waited;
    }
    length = Math.max(length, (long) (base * slowness.getAsDouble()));
    count();
    return Math.max(0, length - waited);
  }

  /** How long it was waited so far, by the clock on the wall. */
  public Duration waited() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void count() {
    long now = clock.getAsLong();
    waited += Math.min(now - asked, STEP);
    asked = now;
  }
}
