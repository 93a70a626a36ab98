package chatlabs.broadcast.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** One measurement: the speakers speak for a while, with so many messages under way at a time. */
final class Burst {
  /** A server that delivers nothing for so long is frozen: 3 s. */
  private static final long FROZEN = 3_000_000_000L;

  private final Crowd crowd;
  private final int window;
  private long lastDeliveries;
  private long lastProgress = System.nanoTime();

  Burst(Crowd crowd, int window) {
    this.crowd = crowd;
    this.window = window;
  }

  /**
   * What was measured.
   *
   * @param deliveries in the measured time; one message to 99 others counts 99
   * @param seconds the measured time
   * @param p50 of the time from saying to receiving, in milliseconds
   * @param p99 of the same
   * @param load the share of the time for which the load generator's only thread was busy
   * @param frozenAfter the seconds after which nothing was delivered any more, although messages
   *     were under way; -1 when it went on to the end
   * @param dropped whether the user who did not read was dropped
   */
  record Result(
      long deliveries,
      double seconds,
      double p50,
      double p99,
      double load,
      double frozenAfter,
      boolean dropped) {

    Result dropped(boolean now) {
      return new Result(deliveries, seconds, p50, p99, load, frozenAfter, now);
    }

    /** Deliveries per second. */
    double rate() {
      return deliveries / seconds;
    }

    /** One line, for {@link #parse}. */
    String line() {
      return String.format(
          Locale.ROOT,
          "%d %.6f %.6f %.6f %.4f %.3f %b",
          deliveries, seconds, p50, p99, load, frozenAfter, dropped);
    }

    static Result parse(String line) {
      String[] words = line.split(" ");
      return new Result(
          Long.parseLong(words[0]),
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          Double.parseDouble(words[3]),
          Double.parseDouble(words[4]),
          Double.parseDouble(words[5]),
          Boolean.parseBoolean(words[6]));
    }
  }

  /** Speaks for so many seconds, or until the server is frozen; some are still under way then. */
  Result run(double seconds) throws IOException {
    crowd.latencies().clear();
    long deliveriesBefore = crowd.deliveries();
    long cpuBefore = cpu();
    long start = System.nanoTime();
    boolean frozen = false;
    lastDeliveries = deliveriesBefore;
    lastProgress = start;
    // who hesitates at the end is watched until it is known whether it goes on
    while (!frozen && (System.nanoTime() - start < seconds * 1e9 || hesitates())) {
      int free = window - underWay();
      if (free > 0) {
        crowd.say(free);
      }
      crowd.read();
      frozen = isFrozen();
    }
    double took = (System.nanoTime() - start) / 1e9;
    return new Result(
        crowd.deliveries() - deliveriesBefore,
        took,
        crowd.latencies().millis(0.50),
        crowd.latencies().millis(0.99),
        (cpu() - cpuBefore) / 1e9 / took,
        frozen ? (lastProgress - start) / 1e9 : -1,
        false);
  }

  /** Waits for all that is under way, and verifies that all has come to everybody. */
  void drain() throws IOException {
    lastProgress = System.nanoTime();
    while (crowd.deliveries() < crowd.messages() * crowd.receivers()) {
      crowd.read();
      if (isFrozen()) {
        throw new IOException("the server has stopped to deliver");
      }
    }
    crowd.verifyComplete();
  }

  private int underWay() {
    return (int) (crowd.messages() - crowd.deliveries() / crowd.receivers());
  }

  private boolean isFrozen() {
    if (crowd.deliveries() != lastDeliveries) {
      lastDeliveries = crowd.deliveries();
      lastProgress = System.nanoTime();
    }
    return System.nanoTime() - lastProgress > FROZEN;
  }

  private boolean hesitates() {
    return System.nanoTime() - lastProgress > FROZEN / 10;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
