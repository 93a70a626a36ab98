package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.Set;

/** One thing that happened, as seen from the grader's end of a connection. */
public sealed interface Event {
  /** When it happened, since the transcript began. */
  Duration at();

  /** Bytes that went from one participant to another. The array is never changed. */
  @SuppressWarnings("ArrayRecordComponent") // not compared, and copying megabytes would cost
  record Bytes(Duration at, String from, String to, byte[] bytes) implements Event {}

  /**
   * A datagram that went from one participant to another, or a part of that way.
   *
   * @param frame what it is, for people: {@code D 3 "Frame 4"}
   * @param mishaps what the channel does to it; empty when it simply passes
   * @param note what there is to say of the mishaps in words; may be empty
   * @param number the same in both events of a datagram that goes its way in two legs; else 0
   */
  record Datagram(
      Duration at,
      String from,
      String to,
      String frame,
      Leg leg,
      Set<Mishap> mishaps,
      String note,
      long number)
      implements Event {
    public Datagram {
      mishaps = Set.copyOf(mishaps);
    }
  }

  /** Something that one end did to the connection. */
  record Mark(Duration at, String from, String to, Signal signal) implements Event {}

  /** A remark of the grader about one participant. */
  record Remark(Duration at, String who, String text) implements Event {}

  /** Where the program left the protocol. */
  record Divergence(Duration at, String who, String expected, String actual) implements Event {}
}
