package chatlabs.grader.channel;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands on what is delayed when its time has come, to a tenth of a millisecond where it can. */
final class Clock implements AutoCloseable {
  /** The last part of a wait is spent looking at the time: systems wake threads too late. */
  private static final long SPIN_NANOS = 120_000;

  private static final long LOOK_AGAIN_MILLIS = 20;

  private final Consumer<Load> due;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Entry> queue =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
  private @Nullable Thread thread;
  private boolean handingOn;
  private boolean closed;

  /** Its time, from when the JVM began to count, so that it can be compared. */
  private record Entry(long at, long number, Load load) {}

  private final long start = System.nanoTime();

  Clock(Consumer<Load> due) {
    this.due = due;
  }

  void add(long nanoTime, Load load) {
    lock.lock();
    try {
      queue.add(new Entry(nanoTime - start, load.passage().number(), load));
      if (thread == null && !closed) {
        thread = Thread.ofPlatform().daemon().name("wire-channel-clock").start(this::run);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is delayed any more. */
  boolean settle(BooleanSupplier goOn) {
    lock.lock();
    try {
      while (!queue.isEmpty() || handingOn) {
        if (closed || !goOn.getAsBoolean()) {
          return false;
        }
        var unused = changed.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (var load = next(); load != null; load = next()) {
      due.accept(load);
      lock.lock();
      try {
        handingOn = false;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits for the next that is due; null when the clock is closed. */
  private @Nullable Load next() {
    while (true) {
      lock.lock();
      try {
        if (closed) {
          return null;
        }
        var first = queue.peek();
        long left = first == null ? Long.MAX_VALUE : first.at() - (System.nanoTime() - start);
        if (left <= 0) {
          handingOn = true;
          return queue.remove().load();
        }
        if (left > SPIN_NANOS) {
          var unused = changed.awaitNanos(left - SPIN_NANOS);
        }
      } catch (InterruptedException nobodyDoes) {
        return null;
      } finally {
        lock.unlock();
      }
      Thread.onSpinWait();
    }
  }
}
