package chatlabs.grader.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of a diff ready for a parser that drops in silence what it does not understand:
 * each hunk has as many lines as it says, and blank lines of context that lost their space to an
 * editor get it back.
 */
final class DiffLines {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

  private final String name;
  private final List<String> ready = new ArrayList<>();
  private String hunk = "";
  private int oldLines;
  private int newLines;

  private DiffLines(String name) {
    this.name = name;
  }

  /** The lines of the patch called {@code name}, ready to be parsed. */
  static List<String> ready(String name, List<String> lines) {
    var diff = new DiffLines(name);
    lines.forEach(diff::line);
    diff.refuseCutHunk();
    return diff.ready;
  }

  private void line(String line) {
    if (oldLines > 0 || newLines > 0) {
      inHunk(line.isEmpty() ? " " : line);
      return;
    }
    var begin = HUNK.matcher(line);
    if (begin.matches()) {
      hunk = line;
      oldLines = count(begin.group(1));
      newLines = count(begin.group(2));
    } else if (line.startsWith("+") && !line.startsWith("+++ ")) {
      throw new BrokenLab(name + ": there are more lines than this hunk says: " + hunk);
    }
    if (!line.isBlank()) {
      ready.add(line);
    }
  }

  private void inHunk(String line) {
    switch (line.charAt(0)) {
      case ' ', '\t' -> {
        oldLines--;
        newLines--;
      }
      case '-' -> oldLines--;
      case '+' -> newLines--;
      case '\\' -> {
        // "\ No newline at end of file" counts for neither side.
      }
      default -> refuseCutHunk();
    }
    ready.add(line);
  }

  private void refuseCutHunk() {
    if (oldLines != 0 || newLines != 0) {
      throw new BrokenLab(name + ": there are not the lines that this hunk says: " + hunk);
    }
  }

  private static int count(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }
}
