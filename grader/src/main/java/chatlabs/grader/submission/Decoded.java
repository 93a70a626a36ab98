package chatlabs.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * The text of a source file, whatever editor wrote it: a byte order mark decides, else it is UTF-8,
 * else, where that fails, windows-1252.
 *
 * @param text without byte order mark
 * @param guess the charset's name when it was a guess, else empty
 */
record Decoded(String text, String guess) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static Decoded of(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return lenient(bytes, 3, UTF_8);
    }
    if (begins(bytes, 0xFF, 0xFE)) {
      return lenient(bytes, 2, UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return lenient(bytes, 2, UTF_16BE);
    }
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Decoded(text, "");
    } catch (CharacterCodingException notUtf8) {
      return new Decoded(new String(bytes, WINDOWS), WINDOWS.name());
    }
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset) {
    return new Decoded(new String(bytes, from, bytes.length - from, charset), "");
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
