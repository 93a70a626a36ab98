package chatlabs.grader.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that something may take in all, from when this is made. It is counted in {@link
 * MachineTime}, so that a crowded machine leaves a hand-in as much as a quiet one. By the clock on
 * the wall it is no more than {@link #STRETCH} times as long: a hand-in that makes a crowd of busy
 * threads holds up the class no longer. Safe for use from any thread.
 */
public final class TimeBudget {
  /** How many times its length it may last on the wall. */
  private static final int STRETCH = 8;

  private final Duration length;
  private final LongSupplier machine;
  private final LongSupplier wall;
  private final long machineStart;
  private final long wallStart;

  /** A budget of this length on this machine; it begins now. */
  public TimeBudget(Duration length) {
    this(length, MachineTime.HERE::nanos, System::nanoTime);
  }

  /** The same by other clocks, both in nanoseconds. */
  TimeBudget(Duration length, LongSupplier machine, LongSupplier wall) {
    this.length = length;
    this.machine = machine;
    this.wall = wall;
    this.machineStart = machine.getAsLong();
    this.wallStart = wall.getAsLong();
  }

  /** How long it is, in machine time. */
  public Duration length() {
    return length;
  }

  /** Whether more than that has passed, by one clock or the other. */
  public boolean isSpent() {
    long nanos = length.toNanos();
    return machine.getAsLong() - machineStart > nanos
        || wall.getAsLong() - wallStart > STRETCH * nanos;
  }
}
