package chatlabs.grader.wire;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time as a program has it that shares the machine: while three times as many threads want to run
 * as there are processors, it passes at a third of the speed. Waits are counted by it, so that a
 * crowded machine gives the same verdicts as a quiet one, only later. It runs on while it is asked,
 * and is as exact as it is asked often. Safe for use from any thread.
 */
public final class MachineTime {
  /** The clock of this machine. */
  public static final MachineTime HERE = new MachineTime(System::nanoTime, Crowd::now);

  /** How long a look at the machine serves, in nanoseconds: looking takes about 20 microseconds. */
  private static final long FRESH = 20_000_000;

  private final LongSupplier clock;
  private final DoubleSupplier crowd;
  private long asked;
  private long looked;
  private double seen = 1;
  private long passed;

  /** The time of another machine: its clock in nanoseconds, and its {@link Crowd}. */
  MachineTime(LongSupplier clock, DoubleSupplier crowd) {
    this.clock = clock;
    this.crowd = crowd;
    this.asked = clock.getAsLong();
    this.looked = asked - FRESH;
  }

  /** Nanoseconds since some moment; what passed since the last question is counted now. */
  public synchronized long nanos() {
    long now = clock.getAsLong();
    if (now - looked >= FRESH) {
      seen = crowd.getAsDouble();
      looked = now;
    }
    passed += (long) ((now - asked) / seen);
    asked = now;
    return passed;
  }
}
