package chatlabs.grader.check;

import chatlabs.grader.transcript.Visible;
import java.util.stream.Collectors;

/** What a program printed, made safe to look at line by line. */
final class Printed {
  private static final int LONGEST_LINE = 500;

  private Printed() {}

  static String visible(String output) {
    return output
        .lines()
        .map(line -> Visible.cut(visibleLine(line), LONGEST_LINE))
        .collect(Collectors.joining("\n"));
  }

  /** A line with its tabs as they are: stack traces are full of them. */
  private static String visibleLine(String line) {
    return Visible.text(line).replace("\\t", "    ").replace("\\\\", "\\");
  }
}
