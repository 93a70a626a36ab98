package chatlabs.stopandwait.checks;

import chatlabs.grader.check.StudentClass;

/** The student's class Frame, its static side, as checks see it. */
@StudentClass("chatlabs.stopandwait.Frame")
public interface Codec {
  /** The frame in these bytes, or null when they are none. */
  Decoded decode(byte[] datagram, int length);
}
