package chatlabs.grader.wire;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where one check waits for whatever happens: bytes, ends of streams, alarms. */
public final class Bell {
  private static final Duration SOON = Duration.ofMillis(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Condition taken = lock.newCondition();
  private final Condition released = lock.newCondition();
  private final Alarm alarm;

  /** A bell whose waits end when this alarm throws. */
  public Bell(Alarm alarm) {
    this.alarm = alarm;
  }

  /** Changes state that somebody may wait for, and lets all who wait look again. */
  public void ring(Runnable change) {
    lock.lock();
    try {
      change.run();
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the condition holds; it is evaluated under the bell's lock.
   *
   * @return whether it held before the deadline
   */
  public boolean await(BooleanSupplier condition, Deadline deadline) {
    while (true) {
      long left = deadline.remainingNanos(); // may measure; nobody who rings has to wait for that
      lock.lock();
      try {
        if (condition.getAsBoolean()) {
          return true;
        }
        alarm.check();
        if (left == 0) {
          return false;
        }
        sleep(Math.min(left, Deadline.OFTEN.toNanos()));
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Does this step until it says that it is done, for what gives no event: again whenever something
   * has rung, and after pauses that grow from 2 ms to this longest one. The first time it is done at
   * once, whatever the deadline.
   *
   * @return whether it was done before the deadline
   */
  public boolean repeat(BooleanSupplier step, Duration longestPause, Deadline deadline) {
    var pause = SOON;
    while (!step.getAsBoolean()) {
      if (deadline.remainingNanos() == 0) {
        return false;
      }
      rest(pause);
      pause = Collections.min(List.of(pause.multipliedBy(2), longestPause));
    }
    return true;
  }

  private void rest(Duration longest) {
    lock.lock();
    try {
      alarm.check();
      sleep(longest.toNanos());
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // its callers look again; a rest that ends early does no harm
  private void sleep(long nanos) {
    try {
      rung.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the check was interrupted", stopped);
    }
  }

  /** Looks at state that {@link #ring} changes. */
  public <T extends @Nullable Object> T look(Supplier<T> look) {
    lock.lock();
    try {
      return look.get();
    } finally {
      lock.unlock();
    }
  }

  /** Looks at state that {@link #ring} changes, or takes something from it: there is room then. */
  <T extends @Nullable Object> T take(Supplier<T> look) {
    lock.lock();
    try {
      T seen = look.get();
      taken.signalAll();
      return seen;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes state that readers wait for in {@link #untilReleased} and {@link #untilTaken}. They do
   * not hear what is rung: that is much, and seldom for them.
   */
  void release(Runnable change) {
    ring(
        () -> {
          change.run();
          released.signalAll();
          taken.signalAll();
        });
  }

  /** Waits for ever until the condition holds, which {@link #release} changes. */
  void untilReleased(BooleanSupplier condition) {
    until(condition, released);
  }

  /** Waits for ever until the condition holds, which {@link #take} changes, or {@link #release}. */
  void untilTaken(BooleanSupplier condition) {
    until(condition, taken);
  }

  private void until(BooleanSupplier condition, Condition changed) {
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
