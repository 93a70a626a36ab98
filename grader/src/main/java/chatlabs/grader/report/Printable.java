package chatlabs.grader.report;

/** Makes text from elsewhere harmless to a terminal, a page and XML: nothing invisible stays. */
final class Printable {

  private Printable() {}

  /**
   * The text with line ends as LF, and control characters, direction overrides, unpaired surrogates
   * and non-characters written out ({@code \x1b}, <code>&#92;u202e</code>). Tabs stay.
   */
  static String of(String text) {
    var out = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\n' || point == '\t' || !harmful(point)) {
      out.appendCodePoint(point);
    } else if (point < 0x100) {
      out.append("\\x%02x".formatted(point));
    } else {
      out.append("\\u%04x".formatted(point));
    }
  }

  private static boolean harmful(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || directional(point);
  }

  /** Marks that let text read otherwise than it is stored. */
  private static boolean directional(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0x200E
        || point == 0x200F
        || point == 0x061C
        || point == 0xFEFF;
  }
}
