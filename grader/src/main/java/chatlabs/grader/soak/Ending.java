package chatlabs.grader.soak;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether this JVM is about to end. Ctrl-C ends the processes of hand-ins as well, perhaps a moment
 * before it is seen here: what becomes of their checks then is no verdict.
 */
public final class Ending implements AutoCloseable {
  /** Longer than the JVM takes to begin its end; only a verdict that is not as expected waits. */
  private static final long MOMENT_MILLIS = 1_000;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final Thread hook = new Thread(this::begin, "soak-ending");

  /** Begins to watch for it. */
  public Ending() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The end begins. */
  void begin() {
    begun.countDown();
  }

  /** Whether the end comes within a moment. Blocks for that moment when it does not. */
  boolean isNear() {
    try {
      return begun.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return; // the end is here
    }
  }
}
