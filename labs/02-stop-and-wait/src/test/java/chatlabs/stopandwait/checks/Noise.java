package chatlabs.stopandwait.checks;

import chatlabs.grader.wire.DatagramPeer;
import chatlabs.grader.wire.MachineTime;
import java.time.Duration;

/**
 * Something that the sender does not wait for, again and again, and what comes meanwhile. After a
 * pause the timeout may be over also for one who puts it off with each datagram: that one sends
 * once more then, and this may arrive when the pause is over. So two frames count, and a pause
 * begins the count anew.
 *
 * <p>A pause is one of the sender's: on a crowded machine its time may be over without a look at
 * what is there. So each datagram is sent when the one before was read, where the system tells. And
 * frames count only when at least half as many came as the timeout gives.
 */
final class Noise {
  /** In the machine's time: on a busy one the sender may be slow, while the noise is not. */
  private static final Duration LONG = Duration.ofSeconds(2);

  private static final int ENOUGH = 2;

  private final Sending sending;
  private final DatagramPeer receiver;
  private final byte[] frame;
  private final boolean oneByOne;
  private final long timeoutNanos;
  private final long pauseNanos;
  private long begun;
  private long last;
  private long lastOfMachine;
  private long without;
  private int again;

  /**
   * Noise for a sender with this timeout, which is much longer than it takes to send one more.
   *
   * @param frame what was received and is to come again
   * @param oneByOne whether the sender is to read each before the next one is sent; without, the
   *     pauses of a sender are not seen, but one that looks at its socket seldom is judged, too: with
   *     a timeout that is longer than any pause
   */
  Noise(Sending sending, byte[] frame, Duration timeout, boolean oneByOne) {
    this.sending = sending;
    this.receiver = sending.receiver();
    this.frame = frame;
    this.oneByOne = oneByOne;
    this.timeoutNanos = timeout.toNanos();
    this.pauseNanos = timeoutNanos * 3 / 4;
    goesOn();
    begin();
  }

  /**
   * Sends one more, and tells whether it is clear now what the sender does. What has come is looked
   * at before: the look itself may be a pause.
   */
  boolean decides() {
    long before = lastOfMachine;
    int frames = sending.repetitions(frame);
    boolean paused = goesOn() > pauseNanos;
    if (paused) {
      begin();
      return false;
    }
    again += frames;
    if (last - begun > (ENOUGH + 1) * timeoutNanos) { // as many frames could have come since
      without += lastOfMachine - before;
    }
    return isSentAgain() || (again < ENOUGH && without > LONG.toNanos());
  }

  /** Whether frames came again, as often as they have to, although there was no pause. */
  boolean isSentAgain() {
    return again >= ENOUGH && last - begun < 2 * again * timeoutNanos;
  }

  /** Sends one more; returns for how long, at most, nothing was read before, in nanoseconds. */
  private long goesOn() {
    long before = last;
    last = System.nanoTime();
    lastOfMachine = MachineTime.HERE.nanos();
    receiver.answers(Wire.data(9, "noise"));
    if (oneByOne) {
      receiver.isRead();
    }
    return System.nanoTime() - before;
  }

  /** From now on there is no pause; what came before does not count. */
  private void begin() {
    sending.repetitions(frame);
    begun = last;
    again = 0;
  }
}
