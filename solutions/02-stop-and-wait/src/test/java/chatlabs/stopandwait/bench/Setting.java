package chatlabs.stopandwait.bench;

import java.time.Duration;

/**
 * A line and how much goes over it.
 *
 * @param loss how many of a hundred datagrams are lost, in each direction
 * @param roundTrip how long the way there and back takes, without the frame's own time
 * @param frameTime how long the line needs to take up one frame: T of the formula
 * @param frames how many frames are sent
 */
record Setting(int loss, Duration roundTrip, Duration frameTime, int frames) {
  private static final Duration MARGIN = Duration.ofMillis(5);

  /** Twice what a frame and its acknowledgement need, and a little more. */
  Duration timeout() {
    return frameTime.plus(roundTrip).multipliedBy(2).plus(MARGIN);
  }

  /**
   * The part of the time in which the line carries new payload, as the formula says: T / (T + R),
   * and one timeout more for each transmission of which frame or acknowledgement is lost.
   */
  double utilisation() {
    double arrives = (1 - loss / 100.0) * (1 - loss / 100.0);
    double lostForEach = (1 - arrives) / arrives;
    double time = millis(frameTime) + millis(roundTrip) + lostForEach * millis(timeout());
    return millis(frameTime) / time;
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
