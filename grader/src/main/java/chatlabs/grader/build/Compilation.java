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

  /** How it ended. */
  enum End {
    DONE,
    ERRORS,
    OUT_OF_STACK,
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    BROKEN
  }

  private Compilation() {}

  static End run(String name, Callable<Boolean> task, Duration time) throws InterruptedException {
    var end = new CompletableFuture<End>();
    var thread = new Thread(null, () -> end.complete(call(task)), "javac-" + name, STACK);
    // Nothing can stop javac. One that is out of time must not keep the grader from its end.
    thread.setDaemon(true);
    thread.start();
    try {
      return end.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return End.OUT_OF_TIME;
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
