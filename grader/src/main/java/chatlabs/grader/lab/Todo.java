package chatlabs.grader.lab;

import java.util.ArrayList;
import java.util.List;

/** Writes the statement that stands in a starter for a task that is not done yet. */
final class Todo {
  private static final int COLUMNS = 100;
  private static final String THROW = "throw new UnsupportedOperationException(";

  private Todo() {}

  /** The statement in lines of at most 100 columns, formatted as google-java-format does it. */
  static List<String> lines(String indent, String number, String message) {
    var text = "TODO " + number + ": " + message;
    var whole = indent + THROW + quoted(text) + ");";
    if (whole.length() <= COLUMNS) {
      return List.of(whole);
    }
    var lines = new ArrayList<String>();
    lines.add(indent + THROW);
    var begin = indent + "    ";
    // The first piece of several stands alone; the others have "+ " before, the last ");" behind.
    if ((begin + quoted(text) + ");").length() <= COLUMNS) {
      lines.add(begin + quoted(text) + ");");
      return lines;
    }
    var pieces = pieces(text, COLUMNS - begin.length() - "    + \"\");".length());
    lines.add(begin + quoted(pieces.getFirst()));
    for (var piece : pieces.subList(1, pieces.size())) {
      lines.add(begin + "    + " + quoted(piece));
    }
    lines.add(lines.removeLast() + ");");
    return lines;
  }

  /** Cuts between words; a word that is too long by itself stays whole. */
  private static List<String> pieces(String text, int width) {
    var pieces = new ArrayList<String>();
    var piece = new StringBuilder();
    for (var word : text.split("(?<= )")) {
      if (!piece.isEmpty() && escaped(piece + word).length() > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(word);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
