package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws the end of a transcript as text, one row an exchange, one column a participant:
 *
 * <pre>
 *     time       you      server
 *     0.4 ms      |--------->|      hello\n
 *     0.9 ms      |&lt;---------|      ACK 1 hello\n
 * </pre>
 *
 * <p>Of a datagram that goes through a channel the first half of the arrow is what was sent, and the
 * second half what arrives: {@code |----X    |} is lost, {@code |----o    |} held or delayed until
 * {@code |    o--->|}, {@code |----===>>|} doubled and {@code |----~~~~>|} damaged on its way.
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
   * Draws the last {@code rows} rows of these events, or those around the last divergence; what is
   * left out is counted, never left out in silence.
   */
  public static String draw(List<Event> events, int rows) {
    return draw(Stretch.of(events, rows));
  }

  /** Draws these steps. */
  public static String draw(Stretch stretch) {
    return new SequenceDiagram(stretch.lanes()).drawn(stretch);
  }

  /** The names of these participants, as they stand above the rows of {@link #row}. */
  public static String heading(List<String> lanes) {
    return new SequenceDiagram(lanes).names();
  }

  /** One row a step between these participants: for a diagram that is drawn as things happen. */
  public static String row(List<String> lanes, Event event) {
    var rows = new SequenceDiagram(lanes);
    return Step.of(List.of(event)).stream().map(rows::shape).collect(Collectors.joining("\n"));
  }

  private String drawn(Stretch stretch) {
    if (stretch.steps().isEmpty()) {
      return "";
    }
    var lines = new ArrayList<String>();
    if (stretch.earlier() > 0) {
      lines.add("(" + stretch.earlier() + " earlier steps not shown)");
    }
    lines.add(heading());
    stretch.steps().forEach(step -> lines.add(row(step)));
    if (stretch.later() > 0) {
      lines.add("(" + stretch.later() + " later steps not shown)");
    }
    return String.join("\n", lines) + "\n";
  }

  private String heading() {
    return "      time  " + names();
  }

  private String names() {
    var line = new StringBuilder();
    for (var name : lanes) {
      int left = gap / 2 - name.length() / 2;
      line.append(" ".repeat(left)).append(name);
      line.append(" ".repeat(gap - name.length() - left));
    }
    return line.toString().stripTrailing();
  }

  private String row(Step step) {
    String margin = step.divergence() ? " >>>>>>>>  " : time(step.at());
    return String.format("%-" + MARGIN + "s%s", margin, shape(step));
  }

  private String shape(Step step) {
    String label = Visible.cut(step.label(), LONGEST_LABEL);
    String note = step.note().isEmpty() ? "" : "  (" + step.note() + ")";
    return bars(step) + " " + label + note;
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
      arrow(line, from, to, step);
    } else {
      line.setCharAt(from, step.divergence() ? '!' : '*');
    }
    return line.toString();
  }

  /** What was sent up to the middle, and what arrives from there on. */
  private static void arrow(StringBuilder line, int from, int to, Step step) {
    int step1 = Integer.signum(to - from);
    int middle = (from + to) / 2;
    var mishaps = step.mishaps();
    boolean twice = mishaps.contains(Mishap.DOUBLED);
    char arriving = mishaps.contains(Mishap.DAMAGED) ? '~' : twice ? '=' : '-';
    for (int at = from + step1; at != to; at += step1) {
      boolean before = step1 > 0 ? at < middle : at > middle;
      if (before ? step.way() != Step.Way.OUT : step.way() != Step.Way.IN) {
        line.setCharAt(at, before ? '-' : arriving);
      }
    }
    if (step.way() == Step.Way.IN || step.way() == Step.Way.OUT) {
      line.setCharAt(middle, mishaps.contains(Mishap.LOST) ? 'X' : 'o');
    }
    if (step.way() != Step.Way.IN) {
      char head = step1 > 0 ? '>' : '<';
      line.setCharAt(to - step1, head);
      line.setCharAt(twice ? to - 2 * step1 : to - step1, head);
    }
  }

  private int position(int lane) {
    return lane * gap + gap / 2;
  }

  private static String time(Duration at) {
    return String.format(Locale.ROOT, "%8.1f ms", at.toNanos() / 1e6);
  }
}
