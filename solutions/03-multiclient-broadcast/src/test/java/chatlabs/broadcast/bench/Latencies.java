package chatlabs.broadcast.bench;

import java.util.Arrays;

/** Many durations in little memory: each is kept with an error below 2 %. For one thread. */
final class Latencies {
  private static final int FINE = 64; // steps for each power of two

  private final long[] counts = new long[64 * FINE];
  private long total;

  void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  void add(long nanos) {
    counts[place(Math.max(nanos, 1))]++;
    total++;
  }

  /** The duration that this share of all does not exceed, in milliseconds; 0 when there is none. */
  double millis(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted && counts[i] > 0) {
        return nanos(i) / 1e6;
      }
    }
    return 0;
  }

  private static int place(long nanos) {
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    long beyond = nanos - (1L << power);
    return power * FINE + (int) (power < 6 ? beyond : beyond >> (power - 6));
  }

  private static double nanos(int place) {
    double base = Math.pow(2, place / FINE);
    return base + (place % FINE) * Math.max(base / FINE, 1);
  }
}
