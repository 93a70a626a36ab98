package chatlabs.grader.build;

/**
 * One error of a compiler, at its place.
 *
 * @param file where, as the student called it; empty when it has no place
 * @param line counted from 1; 0 when it has no place
 * @param column counted from 1; 0 when it has no place
 * @param message the compiler's words, in English
 * @param sourceLine the line in question; empty when it has no place
 */
public record Problem(String file, int line, int column, String message, String sourceLine) {
  private static final int WIDTH = 160;

  /** A problem that has no place in a source. */
  static Problem general(String message) {
    return new Problem("", 0, 0, message, "");
  }

  /** As javac prints it: file and line, the message, the line, and a caret below its column. */
  public String text() {
    if (line == 0) {
      return "error: " + message;
    }
    var place = file + ":" + line + ": error: " + message;
    if (sourceLine.isBlank()) {
      return place;
    }
    if (sourceLine.length() > WIDTH) {
      return place + "\n" + sourceLine.substring(0, WIDTH) + "… (the line is cut here)";
    }
    return place + "\n" + sourceLine + "\n" + caret();
  }

  private String caret() {
    var before = sourceLine.substring(0, Math.clamp(column - 1, 0, sourceLine.length()));
    return before.replaceAll("[^\t]", " ") + "^";
  }
}
