package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.wire.FrameFormat;
import chatlabs.grader.wire.FrameReader;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The checks' own idea of frames, byte by byte: no mistake of a solution's can hide in it. */
public final class Wire {
  /** How diagrams and scripts of a channel know frames. */
  public static final FrameReader NAMES =
      FrameFormat.of("kind:1 number:1 length:2 crc32:4 text:*");

  /** Bytes before the payload. */
  public static final int HEADER = 8;

  /** Bytes of payload at most. */
  public static final int LIMIT = 1_024;

  private Wire() {}

  public static byte[] data(int number, String payload) {
    return data(number, payload.getBytes(UTF_8));
  }

  public static byte[] data(int number, byte[] payload) {
    return frame('D', number, payload);
  }

  public static byte[] ack(int number) {
    return frame('A', number, new byte[0]);
  }

  public static byte[] fin(int number) {
    return frame('F', number, new byte[0]);
  }

  /** Any frame, also such as the protocol does not allow, with a right checksum. */
  public static byte[] frame(char type, int number, byte[] payload) {
    return frame(type, number, payload.length, payload);
  }

  /** The same with any number in the length field. */
  public static byte[] frame(char type, int number, int length, byte[] payload) {
    var bytes = Arrays.copyOf(new byte[0], HEADER + payload.length);
    bytes[0] = (byte) type;
    bytes[1] = (byte) number;
    bytes[2] = (byte) (length >> 8);
    bytes[3] = (byte) length;
    System.arraycopy(payload, 0, bytes, HEADER, payload.length);
    var crc = new CRC32();
    crc.update(bytes, 0, 4);
    crc.update(payload);
    for (int i = 0; i < 4; i++) {
      bytes[4 + i] = (byte) (crc.getValue() >> 24 - 8 * i);
    }
    return bytes;
  }

  /** A copy with one bit flipped; bits count from the highest of the first byte. */
  public static byte[] damaged(byte[] datagram, int bit) {
    var copy = datagram.clone();
    copy[bit / 8] ^= (byte) (0x80 >> bit % 8);
    return copy;
  }
}
