package chatlabs.grader.wire;

import java.time.Duration;

/**
 * How long checks wait for something that should come at once.
 *
 * @param base the wait on an ordinary machine: long beside what a correct program needs
 */
public record Patience(Duration base) {
  /** Three seconds: about a thousand times what a correct program needs for an answer. */
  public static final Patience USUAL = new Patience(Duration.ofSeconds(3));

  /** A deadline that begins now. */
  public Deadline deadline() {
    return deadline(base);
  }

  /** A deadline of another length that begins now, for what the protocol gives a time of its own. */
  public Deadline deadline(Duration length) {
    return new Deadline(length, Slowness::measure);
  }
}
