package chatlabs.grader.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

/** Makes text from the wire safe to look at: control characters and broken bytes get a shape. */
public final class Visible {
  private static final HexFormat HEX = HexFormat.of();

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

  /** The text in one line: what has no shape of its own, or looks like a space, as an escape. */
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
          escape(out, c);
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static void escape(StringBuilder out, int c) {
    if (c > 0xffff) {
      out.append("\\u{").append(Integer.toHexString(c)).append('}');
    } else {
      out.append("\\u").append(HEX.toHexDigits((char) c));
    }
  }

  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> c != ' ';
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
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
        out.append("\\x").append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }
}
