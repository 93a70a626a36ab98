package chatlabs.grader.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The scores of a class as bars of equal width, the last one for full marks alone.
 *
 * @param bars from the lowest score to the highest
 * @param summary the same in words, for those who cannot see it
 */
record Histogram(int width, int height, int base, List<Bar> bars, String summary) {

  private static final int STEP = 56;
  private static final int TALLEST = 130;
  private static final int TOP = 24;
  private static final int BASE = TOP + TALLEST;

  /** One bar and where it stands, in the units of the drawing. */
  record Bar(int x, int y, int width, int height, int middle, int above, String label, int count) {}

  static Histogram of(List<Integer> percents) {
    int[] counts = new int[11];
    percents.forEach(percent -> counts[percent / 10]++);
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(bar(i, counts[i], most));
    }
    return new Histogram(STEP * counts.length, BASE + 28, BASE, bars, summary(bars));
  }

  private static Bar bar(int index, int count, int most) {
    int height = Math.round((float) TALLEST * count / most);
    String label = index == 10 ? "100" : index * 10 + "\u2013" + (index * 10 + 9);
    int x = index * STEP + 6;
    int middle = index * STEP + STEP / 2;
    return new Bar(x, BASE - height, STEP - 12, height, middle, BASE - height - 6, label, count);
  }

  private static String summary(List<Bar> bars) {
    return bars.stream()
        .filter(bar -> bar.count() > 0)
        .map(bar -> Words.count(bar.count(), "hand-in") + " with " + bar.label() + " %")
        .reduce((one, other) -> one + ", " + other)
        .orElse("no scores");
  }
}
