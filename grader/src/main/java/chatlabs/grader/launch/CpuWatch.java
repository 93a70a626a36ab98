package chatlabs.grader.launch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second at how much processor time each hand-in's processes have used, and kills those
 * of a hand-in that has none left. What a process uses after the last look at it is not counted:
 * less than a second for each core. On Linux; elsewhere nothing is watched.
 */
final class CpuWatch {
  private static final long EVERY_MILLIS = 1_000;

  private static final Map<Process, Watched> WATCHED = new ConcurrentHashMap<>();

  /** A process and its descendants, what they may use, and what happens when that is spent. */
  private static final class Watched {
    private final Process process;
    private final CpuAllowance allowance;
    private final Runnable spent;
    private Duration counted = Duration.ZERO;

    Watched(Process process, CpuAllowance allowance, Runnable spent) {
      this.process = process;
      this.allowance = allowance;
      this.spent = spent;
    }

    void look() {
      Duration used = ProcessorTime.used(process.pid());
      if (process.isAlive()
          && used.compareTo(counted) > 0) { // otherwise its number may be another's
        allowance.use(used.minus(counted));
        counted = used;
      }
      if (allowance.isSpent() && WATCHED.remove(process) != null) {
        spent.run();
      }
    }
  }

  private CpuWatch() {}

  static {
    var unused =
        Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cpu-watch").factory())
            .scheduleWithFixedDelay(
                CpuWatch::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Watches this process and its descendants until {@link #forget}. */
  static void watch(Process process, CpuAllowance allowance, Runnable spent) {
    WATCHED.put(process, new Watched(process, allowance, spent));
  }

  static void forget(Process process) {
    WATCHED.remove(process);
  }

  private static void look() {
    WATCHED.values().forEach(Watched::look);
  }
}
