package chatlabs.grader.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The processor time that all processes of one hand-in may use together, from its first check to its
 * last: what one of them has used the next has not. Safe for use from any thread.
 */
final class CpuAllowance {
  private final Duration bound;
  private final AtomicLong nanos = new AtomicLong();

  /** So much. */
  CpuAllowance(Duration bound) {
    this.bound = bound;
  }

  /** As much as one process of a hand-in may use by {@link Limits#USUAL}: four minutes. */
  static CpuAllowance usual() {
    return new CpuAllowance(Duration.ofSeconds(Limits.USUAL.cpuSeconds()));
  }

  /** A process has used so much more. */
  void use(Duration more) {
    nanos.addAndGet(more.toNanos());
  }

  /** Whether nothing is left of it. */
  boolean isSpent() {
    return nanos.get() >= bound.toNanos();
  }

  /** What was used up, in words; empty while something is left. */
  Optional<String> usedUp() {
    return isSpent() ? Optional.of(toString()) : Optional.empty();
  }

  @Override
  public String toString() {
    return bound.toSeconds() + " s of processor time";
  }
}
