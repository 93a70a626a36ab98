package chatlabs.grader.wire;

/** Tells what a datagram is; the format of frames is a lab's own business. */
@FunctionalInterface
public interface FrameReader {
  /** For datagrams of which nothing is known but their length. */
  FrameReader NONE = FrameName::unknown;

  /**
   * What this datagram is. Never throws, whatever the bytes are; called on any thread, often.
   *
   * @param datagram exactly its bytes; not to be changed
   */
  FrameName read(byte[] datagram);
}
