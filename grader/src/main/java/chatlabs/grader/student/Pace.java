package chatlabs.grader.student;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says how far the checks are, and at which one, when they take long: a program that hangs makes
 * each of them wait. Whoever's program is quick never sees it.
 */
final class Pace {
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chatlabs-pace").factory());
  private Future<?> saying = CompletableFuture.completedFuture(null);
  private long start;
  private long total;
  private int done;
  private String title = "";

  /**
   * For runs of checks, one after the other.
   *
   * @param every how much time goes by before it is said, and then between two times
   */
  Pace(Duration every) {
    this.every = every;
  }

  /**
   * Begins to count the time.
   *
   * @param stream where it is said, by a thread of its own
   * @param checks how many there are
   */
  synchronized void begin(PrintStream stream, long checks) {
    start = System.nanoTime();
    total = checks;
    done = 0;
    long millis = every.toMillis();
    saying = timer.scheduleAtFixedRate(() -> say(stream), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** A check begins. */
  synchronized void enter(String check) {
    title = check;
  }

  /** It has ended. */
  synchronized void leave() {
    done++;
    title = "";
  }

  /** All have ended. */
  synchronized void end() {
    saying.cancel(false);
  }

  private synchronized void say(PrintStream out) {
    if (!title.isEmpty()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      out.printf(
          Locale.ROOT, "  %d of %d checks done after %d s; now: %s%n", done, total, seconds, title);
      out.flush();
    }
  }
}
