package chatlabs.grader.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A line a minute at most, for whoever looks into the file where they go. */
final class LineProgress implements Progress {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final String task;
  private final int total;
  private final PrintStream out;
  private final LongSupplier clock;
  private final long start;
  private long told;
  private int done;

  /** Tells by this clock, in nanoseconds. */
  LineProgress(String task, int total, PrintStream out, LongSupplier clock) {
    this.task = task;
    this.total = total;
    this.out = out;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.told = start;
  }

  @Override
  public synchronized void done(String name) {
    done++;
    long now = clock.getAsLong();
    if (now - told >= PERIOD.toNanos() && done < total) {
      told = now;
      long minutes = Duration.ofNanos(now - start).toMinutes();
      out.println(task + ": " + done + " of " + total + " done after " + minutes + " min");
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
