package chatlabs.grader.transcript;

/** How much of a datagram's way one event tells of. */
public enum Leg {
  /** From end to end. */
  WHOLE,
  /** Into the channel: it was lost there, or waits there. */
  FIRST,
  /** Out of the channel: one that had waited there. */
  SECOND
}
