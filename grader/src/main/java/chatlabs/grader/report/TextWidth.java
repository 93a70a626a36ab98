package chatlabs.grader.report;

/**
 * The width of text on a terminal, where a Chinese character takes two cells and an accent none.
 */
final class TextWidth {

  private static final String CUT_MARK = "...";

  /** First and last code points of the wide blocks, after Unicode's East Asian Width. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97C}, {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD}
  };

  private TextWidth() {}

  /** How many cells of a terminal the text takes. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** The text with spaces after it until it is {@code cells} wide; a wider one stays as it is. */
  static String pad(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - of(text)));
  }

  /** The text when it fits in {@code cells}, or else its beginning and three dots. */
  static String cut(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    var kept = new StringBuilder();
    int room = cells - CUT_MARK.length();
    for (int point : text.codePoints().toArray()) {
      room -= of(point);
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept + CUT_MARK;
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] block : WIDE) {
      if (point >= block[0] && point <= block[1]) {
        return 2;
      }
    }
    return 1;
  }
}
