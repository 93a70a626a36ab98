package chatlabs.grader.check;

import chatlabs.grader.transcript.Visible;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Values as failures show them. */
final class Shown {
  private static final int LONGEST = 300;

  private Shown() {}

  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "\"" + Visible.cut(Visible.text(text), LONGEST) + "\"";
      case byte[] bytes -> "\"" + Visible.cut(Visible.bytes(bytes), LONGEST) + "\"";
      case Path path ->
          Visible.text(String.valueOf(path.getFileName())); // folders are the grader's
      default -> Visible.cut(Visible.text(String.valueOf(value)), LONGEST);
    };
  }
}
