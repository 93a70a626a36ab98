package chatlabs.grader.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a {@link Relay} passes on one direction of a connection. TCP promises the order of the bytes,
 * and neither their pieces nor their times: whatever is done here, a program has to cope with.
 *
 * @param piece at most so many bytes are sent in one segment; a receiver that reads late may still
 *     find several of them at once
 * @param gather so many bytes at least are sent at once: they wait for each other until there are so
 *     many, or the stream ends
 * @param delay what comes is passed on after this time at the earliest
 * @param endAfter the stream ends (FIN) after so many bytes; what comes then is thrown away, and the
 *     other direction lives on: half-close
 * @param resetAfter both directions are torn down (RST) after so many bytes
 */
public record Flow(int piece, int gather, Duration delay, long endAfter, long resetAfter) {
  /** As it comes. */
  public static final Flow PLAIN =
      new Flow(Integer.MAX_VALUE, 1, Duration.ZERO, Long.MAX_VALUE, Long.MAX_VALUE);

  public Flow {
    if (piece < 1 || gather < 1 || delay.isNegative() || endAfter < 0 || resetAfter < 0) {
      throw new IllegalArgumentException("pieces and sums are positive, and so is time");
    }
  }

  /** The same in pieces of at most so many bytes. */
  public Flow inPiecesOf(int bytes) {
    return new Flow(bytes, gather, delay, endAfter, resetAfter);
  }

  /** The same, but so many bytes at once. */
  public Flow joinedTo(int bytes) {
    return new Flow(piece, bytes, delay, endAfter, resetAfter);
  }

  /** The same, each piece so much later. */
  public Flow delayedBy(Duration time) {
    return new Flow(piece, gather, time, endAfter, resetAfter);
  }

  /** The same up to so many bytes: then the stream ends. */
  public Flow endingAfter(long bytes) {
    return new Flow(piece, gather, delay, bytes, resetAfter);
  }

  /** The same up to so many bytes: then the connection is reset. */
  public Flow resettingAfter(long bytes) {
    return new Flow(piece, gather, delay, endAfter, bytes);
  }

  /** How many bytes pass before this flow ends or resets the stream. */
  long limit() {
    return Math.min(endAfter, resetAfter);
  }

  /** Where the pieces of so many bytes end. */
  List<Integer> ends(int length) {
    var ends = new ArrayList<Integer>();
    for (long end = Math.min(piece, length); end < length; end += piece) {
      ends.add((int) end);
    }
    if (length > 0) {
      ends.add(length);
    }
    return ends;
  }
}
