package chatlabs.stopandwait.checks;

import chatlabs.grader.wire.DatagramPeer;
import java.time.Duration;

/**
 * Something that the sender does not wait for, again and again, and what comes meanwhile. After a
 * pause the timeout may be over also for one who puts it off with each datagram: that one sends
 * once more then, and this may arrive when the pause is over. So two frames count, and a pause
 * begins the count anew.
 */
final class Noise {
  private static final Duration LONG = Duration.ofMillis(1_500);
  private static final int ENOUGH = 2;

  private final DatagramPeer receiver;
  private final long pauseNanos;
  private long calmSince;
  private long last;
  private int again;

  /** Noise for a sender with this timeout, which is much longer than it takes to send one more. */
  Noise(DatagramPeer receiver, Duration timeout) {
    this.receiver = receiver;
    this.pauseNanos = timeout.toNanos() / 2;
    goesOn();
    begin();
  }

  /** Sends one more, and tells whether it is clear now what the sender does. */
  boolean decides() {
    boolean paused = goesOn() > pauseNanos;
    int frames = receiver.receivesAll().size();
    if (paused) {
      begin();
    } else {
      again += frames;
    }
    return isSentAgain() || last - calmSince > LONG.toNanos();
  }

  /** Whether frames came again although there was no pause. */
  boolean isSentAgain() {
    return again >= ENOUGH;
  }

  /** Sends one more; returns how long it was quiet before, in nanoseconds. */
  private long goesOn() {
    receiver.answers(Wire.data(9, "noise"));
    long before = last;
    last = System.nanoTime();
    return last - before;
  }

  /** From now on it is calm; what came before does not count. */
  private void begin() {
    receiver.receivesAll();
    calmSince = last;
    again = 0;
  }
}
