package chatlabs.stopandwait.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.DatagramPeer;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;

/**
 * SAW-6: what is not the acknowledgement does not count as one, does not cause a retransmission,
 * and does not put the timeout off.
 */
@NeedsClasses
class NoiseTest {
  private static final int TIMEOUT_MILLIS = 40;

  /** In an attempt, beside four timeouts: in the machine's time, as much may run beside. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  @Check(
      requirement = "SAW-6",
      points = 2,
      todo = 5,
      hint = "Decode what has come. When it is no frame, wait on as if nothing had come.")
  void a_damaged_acknowledgement_does_nothing(Trial trial) {
    ignores(trial, Wire.damaged(Wire.ack(0), 63));
    ignores(trial, new byte[0]);
  }

  @Check(
      requirement = "SAW-6",
      points = 3,
      todo = 5,
      hint = "A late acknowledgement of another frame says nothing about this one.")
  void an_acknowledgement_with_another_number_does_nothing(Trial trial) {
    ignores(trial, Wire.ack(255));
  }

  @Check(
      requirement = "SAW-6",
      points = 2,
      todo = 5,
      hint = "Look at the type of the frame too.")
  void a_D_or_F_with_the_right_number_does_nothing(Trial trial) {
    ignores(trial, Wire.data(0, "hello"));
    ignores(trial, Wire.fin(0));
  }

  @Check(
      requirement = "SAW-6",
      points = 2,
      todo = 5,
      hint = "A packet says where it came from.")
  void an_acknowledgement_of_a_stranger_does_nothing(Trial trial) {
    trial.frames(Wire.NAMES);
    var stranger = trial.datagrams("stranger", "sender");
    doesNotCount(trial, stranger, Wire.ack(0));
    retransmitsNothing(trial, stranger, Wire.ack(0));
  }

  @Check(
      requirement = "SAW-6",
      points = 3,
      todo = 5,
      hint = "The time is over at a fixed moment, however much comes until then.")
  void noise_does_not_put_the_timeout_off(Trial trial) {
    if (isSentAgain(trial, 120, true)) {
      return;
    }
    trial.remark("once more, with a timeout that is long for every machine");
    if (isSentAgain(trial, 1_000, true)) {
      return;
    }
    trial.remark("once more, also for a sender that seldom looks at what has come");
    if (!isSentAgain(trial, 5_000, false)) {
      throw new IllegalStateException("the grader was held up too often to judge this");
    }
  }

  /** Demands the frame again among noise; returns false when pauses let nobody tell. */
  private static boolean isSentAgain(Trial trial, int millis, boolean oneByOne) {
    var text = trial.words().word();
    var frame = Wire.data(0, text);
    var sending = Sending.hasty(trial, millis);
    var sent = sending.send(text);
    sending.receiver().receives(frame);
    var noise = new Noise(sending, frame, Duration.ofMillis(millis), oneByOne);
    boolean decided =
        trial.repeatedly(
            LONGEST.plusMillis(4L * millis), () -> sent.isDone() || noise.decides());
    String due = "the frame once more, " + millis + " ms after the first time";
    if (sent.isDone()) {
      sent.value();
      throw trial.mismatch(Outcome.SILENCE, due, "send() returned, and nothing was acknowledged");
    }
    if (decided && !noise.isSentAgain()) {
      throw trial.mismatch(Outcome.SILENCE, due, "nothing, as long as something else arrives");
    }
    sending.isAcknowledged(0, sent);
    return decided;
  }

  private static void ignores(Trial trial, byte[] noise) {
    doesNotCount(trial, null, noise);
    retransmitsNothing(trial, null, noise);
  }

  /** After the noise was read the same frame comes again, at its time: it is not acknowledged. */
  private static void doesNotCount(Trial trial, DatagramPeer stranger, byte[] noise) {
    var text = trial.words().word();
    var next = trial.words().word();
    var sending = Sending.hasty(trial, TIMEOUT_MILLIS);
    var sent = sending.send(text, next);
    sends(sending, stranger, noise).isRead();
    sending.repeats(Wire.data(0, text));
    sending.receiver().answers(Wire.ack(0));
    sending.receivesAfter(Wire.data(0, text), Wire.data(1, next));
    sending.receiver().answers(Wire.ack(1));
    sent.value();
  }

  /** The timeout is far away: only noise could be a reason to send the frame again. */
  private static void retransmitsNothing(Trial trial, DatagramPeer stranger, byte[] noise) {
    var text = trial.words().word();
    var sending = Sending.patient(trial);
    var sent = sending.send(text);
    sends(sending, stranger, noise);
    sending.receiver().answers(Wire.ack(0));
    sent.value();
    sending.delivers(1, trial.words().word());
    sending.receiver().receivesNothing("after the last acknowledgement");
  }

  private static DatagramPeer sends(Sending sending, DatagramPeer stranger, byte[] noise) {
    var to = sending.receiver().receives("D 0").from();
    return (stranger == null ? sending.receiver() : stranger).sends(to, noise);
  }
}
