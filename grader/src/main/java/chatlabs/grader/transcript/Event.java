package chatlabs.grader.transcript;

import java.time.Duration;

/** One thing that happened, as seen from the grader's end of a connection. */
public sealed interface Event {
  /** When it happened, since the transcript began. */
  Duration at();

  /** Bytes that went from one participant to another. The array is never changed. */
  @SuppressWarnings("ArrayRecordComponent") // not compared, and copying megabytes would cost
  record Bytes(Duration at, String from, String to, byte[] bytes) implements Event {}

  /** Something that one end did to the connection. */
  record Mark(Duration at, String from, String to, Signal signal) implements Event {}

  /** A remark of the grader about one participant. */
  record Remark(Duration at, String who, String text) implements Event {}

  /** Where the program left the protocol. */
  record Divergence(Duration at, String who, String expected, String actual) implements Event {}
}
