package chatlabs.rooms.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.Optional;

/** Looks for what stands in a file of four accounts for two of them alone. */
final class Repeats {
  private static final int LENGTH = 16; // bytes: the shortest hash that anybody uses

  private Repeats() {}

  /**
   * A piece of that length which stands there twice. What belongs to the form of the file stands
   * there for each account, so at least three times; what is random, once.
   */
  static Optional<byte[]> twiceIn(byte[] file) {
    var text = new String(file, ISO_8859_1);
    var counts = new HashMap<String, Integer>();
    for (int at = 0; at + LENGTH <= text.length(); at++) {
      counts.merge(text.substring(at, at + LENGTH), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .filter(each -> each.getValue() == 2)
        .map(each -> each.getKey().getBytes(ISO_8859_1))
        .findFirst();
  }
}
