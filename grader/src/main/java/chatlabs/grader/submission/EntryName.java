package chatlabs.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The name of an archive's entry: decoded, with slashes, and known to stay where it is put. */
final class EntryName {
  private static final Charset DOS =
      Charset.isSupported("IBM437") ? Charset.forName("IBM437") : ISO_8859_1;

  private EntryName() {}

  /** UTF-8 when it is that, whatever the zip's flag says; else the charset of old zip programs. */
  static String decoded(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, DOS);
    }
  }

  /** The name as a relative path without empty steps; may be empty. */
  static String checked(String name) throws Refusal {
    var path = name.replace('\\', '/');
    if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
      throw unsafe(name, "an absolute path");
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw unsafe(name, "control characters in its name");
    }
    var steps = Arrays.stream(path.split("/")).filter(s -> !s.isEmpty() && !s.equals(".")).toList();
    if (steps.contains("..")) {
      throw unsafe(name, "'..' in its path: it would be written outside of the hand-in");
    }
    return String.join("/", steps);
  }

  private static Refusal unsafe(String name, String what) {
    return new Refusal("its entry " + Budget.shortened(name) + " has " + what);
  }
}
