package chatlabs.grader.wire;

/** Tells what a datagram is; the format of frames is a lab's own business. */
@FunctionalInterface
public interface FrameReader {
  /** For datagrams of which nothing is known but their length. */
  FrameReader NONE =
      new FrameReader() {
        @Override
        public FrameName read(byte[] datagram) {
          return FrameName.unknown(datagram);
        }

        @Override
        public boolean knows(String kind) {
          return kind.equals(FrameName.UNKNOWN);
        }
      };

  /**
   * What this datagram is. Never throws, whatever the bytes are; called on any thread, often.
   *
   * @param datagram exactly its bytes; not to be changed
   */
  FrameName read(byte[] datagram);

  /** Whether a datagram can be of this kind, in capitals or small letters; if unsure, it can. */
  default boolean knows(String kind) {
    return true;
  }
}
