package chatlabs.grader.wire;

import java.time.Duration;

/**
 * How much slower this machine is right now than the one on which the deadlines were chosen, beyond
 * what {@link MachineTime} counts already. It is measured by a fixed piece of work; a factor below
 * 1 counts as 1.
 */
public final class Slowness {
  /** What the piece of work took on the 2-core machine of 2026-11, cold and idle. */
  private static final Duration NOMINAL = Duration.ofMillis(12);

  private Slowness() {}

  /** Measures it now; takes about 10 ms on an ordinary machine, and blocks meanwhile. */
  public static double measure() {
    long start = System.nanoTime();
    work();
    double factor = (System.nanoTime() - start) / (double) NOMINAL.toNanos();
    return Math.max(1, Math.min(factor, Crowd.LARGEST) / Crowd.now());
  }

  private static volatile int sink; // what it computes goes here, so that it is not left out

  /** Arithmetic, and handing over to other threads: what an exchange with a server is made of. */
  private static void work() {
    int x = 1;
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 100_000; i++) {
        x = x * 31 + i;
      }
      handOver();
    }
    sink = x;
  }

  private static void handOver() {
    try {
      Thread.ofPlatform().name("wire-slowness").start(() -> sink = 1).join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
