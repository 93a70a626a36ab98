package chatlabs.grader.build;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the compiler once, on a thread with a deep stack, and within a time. */
final class Compilation {
  private static final long STACK = 16L * 1024 * 1024;
  private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);

  /** A machine may be so many times slower than one that gives the compiler a core of its own. */
  private static final int SLOWEST = 8;

  /** How it ended. */
  enum End {
    DONE,
    ERRORS,
    OUT_OF_STACK,
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    /** It had not come to use up its time on a machine that is too busy. */
    HELD_UP,
    BROKEN
  }

  private Compilation() {}

  /**
   * Runs the compiler. Blocks until it is done or has used up its time.
   *
   * @param time that it may work; waiting for a core on a busy machine counts little
   */
  static End run(String name, Callable<Boolean> task, Duration time) throws InterruptedException {
    var end = new CompletableFuture<End>();
    var thread = new Thread(null, () -> end.complete(call(task)), "javac-" + name, STACK);
    // Nothing can stop javac. One that is out of time must not keep the grader from its end.
    thread.setDaemon(true);
    thread.start();
    if (isDone(end, time.toNanos())) {
      return end.join();
    }
    long latest = System.nanoTime() + (SLOWEST - 1) * time.toNanos();
    var work = new WorkTime(thread); // made only now: most are done long before
    for (long left = time.toNanos(); left > 0; left = latest - System.nanoTime()) {
      long unused = time.toNanos() - work.nanos();
      if (unused <= 0) {
        return end.getNow(End.OUT_OF_TIME);
      }
      if (isDone(end, Math.min(left, Math.max(unused, SHORTEST_WAIT)))) {
        return end.join();
      }
    }
    return end.getNow(End.HELD_UP);
  }

  private static boolean isDone(CompletableFuture<End> end, long nanos)
      throws InterruptedException {
    try {
      end.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static End call(Callable<Boolean> task) {
    try {
      return task.call() ? End.DONE : End.ERRORS;
    } catch (Throwable e) {
      return kindOf(e);
    }
  }

  /** Whatever javac throws is about one hand-in: it must not reach the others. */
  private static End kindOf(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof StackOverflowError) {
        return End.OUT_OF_STACK;
      }
      if (e instanceof OutOfMemoryError) {
        return End.OUT_OF_MEMORY;
      }
    }
    return End.BROKEN;
  }
}
