package chatlabs.stopandwait;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One frame; one datagram carries one frame.
 *
 * <p>Start here with TODO 1 and 2; go on with 3 in Sender, 7 in Receiver.
 *
 * @param type what the frame is for
 * @param sequence its number, 0 to 255
 * @param payload what a data frame carries; empty in the others
 */
public record Frame(Type type, int sequence, byte[] payload) {
  /** How many bytes stand before the payload: type, number, length, checksum. */
  public static final int HEADER = 8;

  /** How many bytes of payload a frame carries at most. */
  public static final int PAYLOAD_LIMIT = 1_024;

  /** What a frame is for. */
  public enum Type {
    DATA('D'),
    ACK('A'),
    FIN('F');

    final byte code; // its first byte on the wire

    Type(char code) {
      this.code = (byte) code;
    }
  }

  /** Refuses what no datagram can carry (SAW-3). */
  public Frame {
    if (payload.length > PAYLOAD_LIMIT) {
      throw new IllegalArgumentException("a payload of " + payload.length + " bytes is too long");
    }
  }

  /** The bytes of the datagram that carries this frame (SAW-1). */
  public byte[] encode() {
    throw new UnsupportedOperationException(
        "TODO 1: put type, number, length, checksum and payload into a ByteBuffer's array");
  }

  /**
   * The frame in the first {@code length} bytes of an array, if they are a good one (SAW-2).
   *
   * @return empty, never an exception, when anything is wrong with the bytes
   */
  public static Optional<Frame> decode(byte[] datagram, int length) {
    throw new UnsupportedOperationException(
        "TODO 2: check size, length field, type and checksum, and make a frame of good bytes");
  }

  /** A frame that carries nothing: an acknowledgement, or the end of a transmission. */
  static Frame empty(Type type, int sequence) {
    return new Frame(type, sequence, new byte[0]);
  }

  /** The number that follows this one: 0 follows 255 (SAW-14). */
  static int next(int sequence) {
    return (sequence + 1) & 0xff;
  }
}
