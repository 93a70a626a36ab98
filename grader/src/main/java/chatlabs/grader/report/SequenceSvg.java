package chatlabs.grader.report;

import chatlabs.grader.transcript.Mishap;
import chatlabs.grader.transcript.Step;
import chatlabs.grader.transcript.Stretch;
import chatlabs.grader.transcript.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the steps of a transcript as SVG, for a page that has the classes of its style: one row a
 * step, one life line a participant. The middle between two of them is the channel: there arrows
 * end that are lost, and those wait that are held.
 */
final class SequenceSvg {
  private static final int TIME = 84;
  private static final int ROW = 30;
  private static final int TOP = 34;
  private static final int WIDE = 400;
  private static final int NARROW = 280;

  /** Between a participant that exchanges nothing, and the next. */
  private static final int QUIET = 90;

  /** What a character takes in the widest of the fonts. */
  private static final double CHARACTER = 7.7;

  private static final int MARGIN = 30;
  private static final int LONGEST = 64;

  /** Characters of what is said of the rest of a longer text. */
  private static final int LEFT_OUT = 26;

  private final Stretch stretch;
  private final List<String> lanes;
  private final List<Integer> places;
  private final List<String> parts = new ArrayList<>();
  private final Map<Long, Integer> waiting = new HashMap<>();

  private SequenceSvg(Stretch stretch) {
    this.stretch = stretch;
    this.lanes = stretch.lanes();
    this.places = places(stretch);
  }

  private static List<Integer> places(Stretch stretch) {
    var talking = new HashSet<String>();
    for (var step : stretch.steps()) {
      if (!step.from().equals(step.to())) {
        talking.add(step.from());
        talking.add(step.to());
      }
    }
    var places = new ArrayList<Integer>();
    int x = TIME + MARGIN;
    for (int lane = 0; lane < stretch.lanes().size(); lane++) {
      if (lane > 0) {
        boolean both = talking.containsAll(stretch.lanes().subList(lane - 1, lane + 1));
        x += both ? talking.size() > 2 ? NARROW : WIDE : QUIET;
      }
      places.add(x);
    }
    return places;
  }

  /** The drawing; empty when there is nothing to draw. */
  static String of(Stretch stretch) {
    return stretch.steps().isEmpty() ? "" : new SequenceSvg(stretch).drawn();
  }

  private String drawn() {
    int y = TOP;
    if (stretch.earlier() > 0) {
      y += ROW;
      text(TIME, y - 8, "start", "note", stretch.earlier() + " earlier steps not shown");
    }
    for (var step : stretch.steps()) {
      y += ROW;
      draw(step, y - 8);
    }
    if (stretch.later() > 0) {
      y += ROW;
      text(TIME, y - 8, "start", "note", stretch.later() + " later steps not shown");
    }
    int height = y + 10;
    int width = width();
    return String.format(
            Locale.ROOT,
            "<svg class=\"sequence\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"sequence diagram\">",
            width,
            height,
            width,
            height)
        + lifeLines(height)
        + String.join("", parts)
        + "</svg>";
  }

  private int width() {
    return Math.max(x(lanes.size() - 1) + MARGIN + 30, TIME + MARGIN + WIDE + MARGIN + 30);
  }

  private String lifeLines(int height) {
    var lines = new StringBuilder();
    for (int lane = 0; lane < lanes.size(); lane++) {
      int x = x(lane);
      lines.append(
          "<text class=\"lane\" x=\"%d\" y=\"18\" text-anchor=\"middle\">%s</text>"
              .formatted(x, escaped(lanes.get(lane))));
      lines.append(
          "<line class=\"life\" x1=\"%d\" y1=\"26\" x2=\"%d\" y2=\"%d\"/>".formatted(x, x, height));
    }
    return lines.toString();
  }

  private void draw(Step step, int y) {
    int from = x(lanes.indexOf(step.from()));
    int to = x(lanes.indexOf(step.to()));
    if (step.divergence()) {
      parts.add(
          "<rect class=\"wrong\" x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"/>"
              .formatted(y - ROW + 12, ROW));
      remark(from, y, "wrong", step.label());
      return;
    }
    text(TIME - 14, y, "end", "time", millis(step));
    if (from == to) {
      remark(from, y, "note", step.label());
    } else {
      arrow(step, from, to, y);
    }
  }

  private void remark(int x, int y, String kind, String label) {
    parts.add("<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"3.5\"/>".formatted(kind, x, y - 4));
    double width = CHARACTER * Math.min(label.length(), LONGEST + LEFT_OUT);
    if (x + 10 + width < width()) {
      text(x + 10, y, "start", kind, label);
    } else {
      text((int) Math.max(4, Math.min(x, width()) - 10 - width), y, "start", kind, label);
    }
  }

  private void arrow(Step step, int from, int to, int y) {
    int way = Integer.signum(to - from);
    int middle = (from + to) / 2;
    boolean out = step.way() != Step.Way.IN;
    String label = step.label();
    if (step.way() == Step.Way.OUT) {
      waited(step, middle, y);
      text(middle + 8 * way, y - 6, way > 0 ? "start" : "end", "frame", label);
    } else {
      String kind = step.mishaps().isEmpty() ? "note" : "mishap";
      line("sent", from, middle, y);
      int at = from + 8 * way;
      parts.add(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"><tspan class=\"frame\">%s</tspan>%s</text>"
              .formatted(at, y - 6, way > 0 ? "start" : "end", escaped(label), note(step, kind)));
    }
    if (out) {
      arriving(step, middle, to, y);
    } else if (step.mishaps().contains(Mishap.LOST)) {
      parts.add(
          "<path class=\"lost\" d=\"M%d %dl12 12m0 -12l-12 12\"/>".formatted(middle - 6, y - 6));
    } else {
      waiting.put(step.number(), y);
      dot(middle, y);
    }
  }

  private static String note(Step step, String kind) {
    return step.note().isEmpty()
        ? ""
        : "<tspan class=\"%s\" dx=\"8\">%s</tspan>".formatted(kind, escaped(step.note()));
  }

  /** The time in the channel, from where it went in. */
  private void waited(Step step, int middle, int y) {
    int began = waiting.getOrDefault(step.number(), TOP);
    parts.add(
        "<line class=\"wait\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
            .formatted(middle, began, middle, y));
    dot(middle, y);
  }

  private void arriving(Step step, int middle, int to, int y) {
    int way = Integer.signum(to - middle);
    boolean damaged = step.mishaps().contains(Mishap.DAMAGED);
    boolean doubled = step.mishaps().contains(Mishap.DOUBLED);
    for (int offset : doubled ? new int[] {-3, 3} : new int[] {0}) {
      if (damaged) {
        zigzag(middle, to, y + offset, way);
      } else {
        line("sent", middle, to - 6 * way, y + offset);
      }
      head(to, y + offset, way);
    }
  }

  private void zigzag(int middle, int to, int y, int way) {
    var path = new StringBuilder("M" + middle + " " + y);
    int up = 3;
    for (int x = middle + 6 * way; (to - x) * way > 8; x += 6 * way) {
      path.append(" L").append(x).append(' ').append(y + up);
      up = -up;
    }
    path.append(" L").append(to - 8 * way).append(' ').append(y);
    parts.add("<path class=\"damaged\" d=\"%s\"/>".formatted(path));
  }

  private void head(int to, int y, int way) {
    parts.add("<path class=\"head\" d=\"M%d %dl%d -4v8z\"/>".formatted(to, y, -9 * way));
  }

  private void line(String kind, int from, int to, int y) {
    parts.add(
        "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>"
            .formatted(kind, from, y, to, y));
  }

  private void dot(int x, int y) {
    parts.add("<circle class=\"held\" cx=\"%d\" cy=\"%d\" r=\"4\"/>".formatted(x, y));
  }

  private void text(int x, int y, String anchor, String kind, String text) {
    parts.add(
        "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
            .formatted(kind, x, y, anchor, escaped(text)));
  }

  private int x(int lane) {
    return places.get(lane);
  }

  private static String millis(Step step) {
    return String.format(Locale.ROOT, "%.1f ms", step.at().toNanos() / 1e6);
  }

  /** A program's text: cut, without control characters, and nothing in it is markup. */
  private static String escaped(String text) {
    return Visible.cut(Printable.of(text), LONGEST)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
