package chatlabs.broadcast.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the speakers say: texts of one length that can be told apart, each a number and then letters
 * that go with it.
 */
final class Script {
  private static final int DIGITS = 8;
  private static final int ALPHABETS = 26;

  private final int length;
  private final byte[][] letters;

  /** Texts of so many characters, which are as many bytes. */
  Script(int length) {
    this.length = length;
    this.letters = new byte[ALPHABETS][length - DIGITS];
    for (int i = 0; i < ALPHABETS; i++) {
      for (int k = 0; k < letters[i].length; k++) {
        letters[i][k] = (byte) (k == 0 ? ' ' : 'a' + (i + k) % 26);
      }
    }
  }

  /** The length of each text. */
  int length() {
    return length;
  }

  /** A speaker's text with this number. */
  String text(int number) {
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", number)
        + new String(letters[number % ALPHABETS], US_ASCII);
  }

  /** Whether the bytes from here on are exactly the text with this number. */
  boolean isText(int number, byte[] bytes, int from) {
    int rest = number;
    for (int i = from + DIGITS - 1; i >= from; i--) {
      if (bytes[i] != '0' + rest % 10) {
        return false;
      }
      rest /= 10;
    }
    byte[] expected = letters[number % ALPHABETS];
    return Arrays.equals(bytes, from + DIGITS, from + length, expected, 0, expected.length);
  }
}
