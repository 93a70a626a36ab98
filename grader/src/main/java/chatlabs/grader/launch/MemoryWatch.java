package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks ten times a second at how much memory each hand-in's processes hold, twice a second for new
 * ones, and kills those that hold too much: a heap is bounded by the JVM, what native code and
 * further processes take is not. On Linux; elsewhere nothing is watched.
 */
final class MemoryWatch {
  /** What all processes of a hand-in may hold together: 1 GiB. */
  static final long BOUND = 1L << 30;

  /** What is said of a program that held more. */
  static final String TOO_MUCH = "it held more than " + (BOUND >> 20) + " MiB of memory";

  private static final long EVERY_MILLIS = 100;

  /** Processes that are new may be found a little later. */
  private static final int LOOKS_AT_A_TREE = 5;

  private static final Path PROC = Path.of("/proc");
  private static final long PAGE = 4096;

  private static final Map<Process, Watched> WATCHED = new ConcurrentHashMap<>();

  /** A process and its descendants, how many bytes are too much, and what happens then. */
  private static final class Watched {
    private final Process process;
    private final long bound;
    private final Runnable tooMuch;
    private List<Long> tree = List.of();
    private int looks;

    Watched(Process process, long bound, Runnable tooMuch) {
      this.process = process;
      this.bound = bound;
      this.tooMuch = tooMuch;
    }

    void look() {
      if (looks++ % LOOKS_AT_A_TREE == 0) {
        tree = Descent.of(process.pid());
      }
      if (held(tree) > bound && WATCHED.remove(process) != null) {
        tooMuch.run();
      }
    }
  }

  private MemoryWatch() {}

  /** The thread that looks; started with the first process that is watched. */
  private static final class Turns {
    static final ScheduledExecutorService THREAD =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("memory-watch").factory());

    static {
      if (Files.isReadable(PROC.resolve("self/statm"))) {
        var unused =
            THREAD.scheduleWithFixedDelay(
                MemoryWatch::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
      }
    }

    static void begin() {
      // loading this class has begun them
    }
  }

  /** Watches this process and its descendants until {@link #forget}. */
  static void watch(Process process, Runnable tooMuch) {
    watch(process, BOUND, tooMuch);
  }

  /** The same, for so many bytes. */
  static void watch(Process process, long bound, Runnable tooMuch) {
    WATCHED.put(process, new Watched(process, bound, tooMuch));
    Turns.begin();
  }

  static void forget(Process process) {
    WATCHED.remove(process);
  }

  private static void look() {
    WATCHED.values().forEach(Watched::look);
  }

  /** Bytes that stay in memory for these processes, what they share counted for each. */
  private static long held(List<Long> pids) {
    return pids.stream().mapToLong(MemoryWatch::resident).sum();
  }

  static long resident(long pid) {
    try {
      String pages = Files.readString(PROC.resolve(pid + "/statm"), US_ASCII);
      return Long.parseLong(pages.split(" ")[1]) * PAGE;
    } catch (IOException gone) {
      return 0;
    }
  }
}
