package chatlabs.grader.channel;

import java.util.function.UnaryOperator;

/**
 * What is done to the bytes of a datagram.
 *
 * @param words for people: {@code bit 37 flipped}
 * @param change gives the bytes that arrive; gets a copy of its own
 */
public record Damage(String words, UnaryOperator<byte[]> change) {
  /**
   * Flips one bit.
   *
   * @param bit counted from the highest bit of the first byte; beyond the end it begins again
   */
  public static Damage bit(int bit) {
    return new Damage(
        "bit " + bit + " flipped",
        bytes -> {
          if (bytes.length > 0) {
            int at = Math.floorMod(bit, bytes.length * 8);
            bytes[at / 8] ^= (byte) (0x80 >> at % 8);
          }
          return bytes;
        });
  }
}
