package chatlabs.grader.handout;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one line of a session. */
final class StepReader {
  private static final Pattern SYNTAX = Pattern.compile("\\s*(\\w+)\\s+([<>]) ?(.*)");

  private StepReader() {}

  /** What a line of a page says; empty when it is no line of a session. */
  static Optional<Step> read(int line, String text) {
    var parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean out = parts.group(2).equals(">");
    String who = parts.group(1);
    String what = parts.group(3);
    return Optional.of(out ? sent(line, who, what) : seen(line, who, what));
  }

  private static Step sent(int line, String who, String what) {
    return switch (what) {
      case "(connects)" -> new Step.Connects(line, who);
      case "(ends its output)" -> new Step.EndsOutput(line, who);
      case "(resets)" -> new Step.Resets(line, who);
      default -> new Step.Sends(line, who, isRaw(what) ? raw(what) : what + "\n");
    };
  }

  private static Step seen(int line, String who, String what) {
    return what.equals("(end of stream)")
        ? new Step.SeesTheEnd(line, who)
        : new Step.Receives(line, who, what);
  }

  /** {@code "hel"}: these bytes and no line end; {@code \n}, {@code \r} and so on as in Java. */
  private static boolean isRaw(String what) {
    return what.length() >= 2 && what.startsWith("\"") && what.endsWith("\"");
  }

  private static String raw(String what) {
    return what.substring(1, what.length() - 1).translateEscapes();
  }
}
