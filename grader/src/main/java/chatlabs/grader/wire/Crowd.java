package chatlabs.grader.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many threads of the whole machine want to run at this moment, for each of its processors. */
final class Crowd {
  /**
   * More is a hand-in that makes thousands of busy threads. Its CPU seconds are limited, and what it
   * may take in all is a {@link TimeBudget}: it does not stop the class.
   */
  static final double LARGEST = 32;

  /** Where Linux tells it: three averages, then the threads that run or want to, as in "3/812". */
  private static final Path TOLD = Path.of("/proc/loadavg");

  private static final boolean IS_TOLD = Files.isReadable(TOLD);

  private Crowd() {}

  /** From 1, which is said also where no system tells it, to {@link #LARGEST}. Does not block. */
  static double now() {
    if (!IS_TOLD) {
      return 1;
    }
    try {
      return of(Files.readString(TOLD), Runtime.getRuntime().availableProcessors());
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException untold) {
      return 1;
    }
  }

  /** What this text means on so many processors; the thread that asks is none of the crowd. */
  static double of(String told, int processors) {
    String running = told.split("[ /]")[3];
    return Math.clamp((Integer.parseInt(running) - 1) / (double) processors, 1, LARGEST);
  }
}
