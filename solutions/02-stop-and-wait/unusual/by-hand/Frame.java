// Unusual: bytes by shifts and masks, without ByteBuffer; the checksum is computed bit by bit.
package chatlabs.stopandwait;

import java.util.Optional;

/** One frame; one datagram carries one frame. */
public record Frame(Type type, int sequence, byte[] payload) {
  public static final int PAYLOAD_LIMIT = 1_024;

  /** What a frame is for. */
  public enum Type {
    DATA,
    ACK,
    FIN
  }

  public Frame {
    if (payload.length > 1_024) {
      throw new IllegalArgumentException("payload too long");
    }
  }

  /** The bytes of the datagram. */
  public byte[] encode() {
    byte[] d = new byte[8 + payload.length];
    d[0] = (byte) "DAF".charAt(type.ordinal());
    d[1] = (byte) sequence;
    d[2] = (byte) (payload.length >> 8);
    d[3] = (byte) payload.length;
    for (int i = 0; i < payload.length; i++) {
      d[8 + i] = payload[i];
    }
    int sum = crc(d, d.length);
    for (int i = 0; i < 4; i++) {
      d[4 + i] = (byte) (sum >>> (24 - 8 * i));
    }
    return d;
  }

  /** The frame in the first bytes. */
  public static Optional<Frame> decode(byte[] d, int length) {
    int type = length < 8 || length > d.length ? -1 : "DAF".indexOf((char) (d[0] & 0xff));
    if (type < 0) {
      return Optional.empty();
    }
    int n = (d[2] & 0xff) << 8 | (d[3] & 0xff);
    int sum = (d[4] & 0xff) << 24 | (d[5] & 0xff) << 16 | (d[6] & 0xff) << 8 | (d[7] & 0xff);
    if (n > 1_024 || n != length - 8 || (type > 0 && n > 0) || sum != crc(d, length)) {
      return Optional.empty();
    }
    byte[] payload = new byte[n];
    System.arraycopy(d, 8, payload, 0, n);
    return Optional.of(new Frame(Type.values()[type], d[1] & 0xff, payload));
  }

  static Frame empty(Type type, int sequence) {
    return new Frame(type, sequence, new byte[0]);
  }

  static int next(int sequence) {
    return sequence == 255 ? 0 : sequence + 1;
  }

  private static int crc(byte[] d, int length) {
    int crc = -1;
    for (int i = 0; i < length; i++) {
      if (i < 4 || i >= 8) {
        crc ^= d[i] & 0xff;
        for (int bit = 0; bit < 8; bit++) {
          crc = (crc >>> 1) ^ ((crc & 1) * 0xedb88320);
        }
      }
    }
    return ~crc;
  }
}
