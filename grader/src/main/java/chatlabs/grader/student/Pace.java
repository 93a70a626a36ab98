package chatlabs.grader.student;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says how far the checks are, and at which one, when they take long: a program that hangs makes
 * each of them wait. Whoever's program is quick never sees it.
 */
final class Pace implements AutoCloseable {
  private final PrintStream out;
  private final long total;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chatlabs-pace").factory());
  private int done;
  private String title = "";

  /**
   * Begins to count the time.
   *
   * @param out where it is said, by a thread of its own
   * @param total how many checks there are
   * @param every how much time goes by before it is said, and then between two times
   */
  Pace(PrintStream out, long total, Duration every) {
    this.out = out;
    this.total = total;
    var unused =
        timer.scheduleAtFixedRate(
            this::say, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
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

  private synchronized void say() {
    if (!title.isEmpty()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      out.printf(
          Locale.ROOT, "  %d of %d checks done after %d s; now: %s%n", done, total, seconds, title);
      out.flush();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
