package chatlabs.grader.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Some measurements of one thing.
 *
 * @param millis in milliseconds, at least one
 */
public record Sample(List<Double> millis) {
  public Sample {
    millis = List.copyOf(millis);
  }

  /** The median; the mean of the two in the middle for an even number. */
  public double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Median, least and most, in milliseconds. */
  @Override
  public String toString() {
    double[] sorted = sorted();
    return String.format(
        Locale.ROOT,
        "%8.1f ms   (%.1f to %.1f, %d runs)",
        median(),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }

  private double[] sorted() {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
