package chatlabs.grader.wire;

/**
 * What a datagram is: by this scripts, counts and diagrams know it.
 *
 * @param kind its type in short: {@code A}; {@code ?} for what is no frame
 * @param number its sequence number; -1 where there is none
 * @param text what else there is to show, safe to look at: {@code "Frame 4"}; may be empty
 */
public record FrameName(String kind, long number, String text) {
  /** The kind of a datagram that is no frame. */
  public static final String UNKNOWN = "?";

  /** A datagram that is no frame. */
  public static FrameName unknown(byte[] datagram) {
    return new FrameName(UNKNOWN, -1, datagram.length + " bytes");
  }

  /** Its identity, the same each time that it is sent: {@code A 3}, or the kind alone. */
  public String id() {
    return number < 0 ? kind : kind + " " + number;
  }

  /** All of it, for people: {@code D 3 "Frame 4"}. */
  @Override
  public String toString() {
    return text.isEmpty() ? id() : id() + " " + text;
  }
}
