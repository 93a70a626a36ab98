package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * Draws the end of a transcript as text, one row an exchange, one column a participant:
 *
 * <pre>
 *     time       you      server
 *     0.4 ms      |--------->|      hello\n
 *     0.9 ms      |&lt;---------|      ACK 1 hello\n
 * </pre>
 */
public final class SequenceDiagram {
  private static final int LONGEST_LABEL = 120;
  private static final int MARGIN = 12;

  private final List<String> lanes;
  private final int gap;

  private SequenceDiagram(List<String> lanes) {
    this.lanes = lanes;
    this.gap = Math.max(10, lanes.stream().mapToInt(String::length).max().orElse(0) + 3);
  }

  /**
   * Draws the last {@code rows} rows of these events; what came before them is counted in the first
   * line, never left out in silence.
   */
  public static String draw(List<Event> events, int rows) {
    var steps = Step.of(events);
    int from = Math.max(0, steps.size() - rows);
    return new SequenceDiagram(lanes(steps)).draw(from, steps.subList(from, steps.size()));
  }

  private static List<String> lanes(List<Step> steps) {
    var names = new LinkedHashSet<String>();
    for (var step : steps) {
      names.add(step.from());
      names.add(step.to());
    }
    return List.copyOf(names);
  }

  private String draw(int leftOut, List<Step> steps) {
    if (steps.isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    if (leftOut > 0) {
      lines.add("(" + leftOut + " earlier steps not shown)");
    }
    lines.add(heading());
    steps.forEach(step -> lines.add(row(step)));
    return String.join("\n", lines) + "\n";
  }

  private String heading() {
    var line = new StringBuilder("      time  ");
    for (var name : lanes) {
      int left = gap / 2 - name.length() / 2;
      line.append(" ".repeat(left)).append(name);
      line.append(" ".repeat(gap - name.length() - left));
    }
    return line.toString().stripTrailing();
  }

  private String row(Step step) {
    String margin = step.divergence() ? " >>>>>>>>  " : time(step.at());
    String label = Visible.cut(step.label(), LONGEST_LABEL);
    return String.format("%-" + MARGIN + "s%s %s", margin, bars(step), label);
  }

  /** The life lines, with this step's arrow between two of them. */
  private String bars(Step step) {
    var line = new StringBuilder(" ".repeat(gap * lanes.size()));
    for (int lane = 0; lane < lanes.size(); lane++) {
      line.setCharAt(position(lane), '|');
    }
    int from = position(lanes.indexOf(step.from()));
    int to = position(lanes.indexOf(step.to()));
    if (from != to) {
      arrow(line, from, to);
    } else {
      line.setCharAt(from, step.divergence() ? '!' : '*');
    }
    return line.toString();
  }

  private static void arrow(StringBuilder line, int from, int to) {
    for (int i = Math.min(from, to) + 1; i < Math.max(from, to); i++) {
      line.setCharAt(i, '-');
    }
    line.setCharAt(to > from ? to - 1 : to + 1, to > from ? '>' : '<');
  }

  private int position(int lane) {
    return lane * gap + gap / 2;
  }

  private static String time(Duration at) {
    return String.format(Locale.ROOT, "%8.1f ms", at.toNanos() / 1e6);
  }
}
