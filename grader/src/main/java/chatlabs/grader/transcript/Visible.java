package chatlabs.grader.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** Makes text from the wire safe to look at: control characters and broken bytes get a shape. */
public final class Visible {
  private Visible() {}

  /** The bytes as UTF-8 text with escapes; where they are no UTF-8, as {@code \xff}. */
  public static String bytes(byte[] bytes) {
    try {
      var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      return text(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return escaped(bytes);
    }
  }

  /** The text with control, format and unpaired surrogate characters as escapes, one line. */
  public static String text(String text) {
    var out = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** At most {@code limit} characters of a visible text; says how much is missing. */
  public static String cut(String visible, int limit) {
    if (visible.length() <= limit) {
      return visible;
    }
    int end = Character.isHighSurrogate(visible.charAt(limit - 1)) ? limit - 1 : limit;
    return visible.substring(0, end) + "... (" + (visible.length() - end) + " more characters)";
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (unseen(c)) {
          out.append(c > 0xffff ? String.format("\\u{%x}", c) : String.format("\\u%04x", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escaped(byte[] bytes) {
    var out = new StringBuilder();
    for (byte b : bytes) {
      if (b >= 0) {
        append(out, b);
      } else {
        out.append(String.format("\\x%02x", b & 0xff));
      }
    }
    return out.toString();
  }
}
