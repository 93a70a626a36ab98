package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Later;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Datagram;
import chatlabs.grader.wire.DatagramPeer;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** The student's Sender, in front of a receiving end that does what the check wants. */
public final class Sending {
  /** So long a timeout that no frame is ever sent again; its microseconds fit into an int. */
  public static final Duration NEVER = Duration.ofMinutes(30);

  private static final int MOST_RETRIES = 10_000;
  private static final Duration ACKNOWLEDGING = Duration.ofSeconds(3);
  private static final Duration FAREWELL = Duration.ofMillis(300);

  private final Trial trial;
  private final DatagramPeer receiver;
  private final SenderRole sender;

  private Sending(Trial trial, Duration timeout, int maxRetries) {
    trial.frames(Wire.NAMES);
    this.trial = trial;
    this.receiver = trial.datagrams("receiver", "sender");
    trial.remark("makes a Sender with a timeout of " + timeout.toMillis() + " ms");
    this.sender = trial.make(SenderRole.class, receiver.address(), timeout, maxRetries);
    trial.atEnd(this::sayGoodbye);
  }

  /** With a timeout that never ends: whatever comes twice was sent without need. */
  public static Sending patient(Trial trial) {
    return new Sending(trial, NEVER, 3);
  }

  /** With a short timeout, and retries for as long as the check may take. */
  public static Sending hasty(Trial trial, int millis) {
    return new Sending(trial, Duration.ofMillis(millis), endlessRetries(millis));
  }

  /**
   * More than any check waits for: those of half an hour, but no more than 10,000, as a sender may
   * send them all at once.
   */
  static int endlessRetries(int millis) {
    return (int) Math.min(MOST_RETRIES, NEVER.toMillis() / millis);
  }

  /** With any timeout and number of retries. */
  public static Sending of(Trial trial, int millis, int maxRetries) {
    return new Sending(trial, Duration.ofMillis(millis), maxRetries);
  }

  /** The check's own end. */
  public DatagramPeer receiver() {
    return receiver;
  }

  /** Calls {@code send} for each of these, one after another. */
  public Later<Boolean> send(String... payloads) {
    return trial.later(
        "send(\"" + String.join("\"), send(\"", payloads) + "\")",
        () -> {
          for (var payload : payloads) {
            sender.send(payload.getBytes(UTF_8));
          }
          return true;
        });
  }

  /** Calls {@code send} with these bytes. */
  public Later<Boolean> send(byte[] payload) {
    return trial.later(
        "send(" + payload.length + " bytes)",
        () -> {
          sender.send(payload);
          return true;
        });
  }

  /** Calls {@code close}. */
  public Later<Boolean> close() {
    return trial.later(
        "close()",
        () -> {
          sender.close();
          return true;
        });
  }

  /** Sends this text, receives its frame with this number, acknowledges it; send returns. */
  public void delivers(int number, String payload) {
    var sent = send(payload);
    receiver.receives(Wire.data(number, payload));
    receiver.answers(Wire.ack(number));
    sent.value();
  }

  /** Closes; receives the end with this number, acknowledges it; close returns. */
  public void ends(int number) {
    var closed = close();
    receiver.receives(Wire.fin(number));
    receiver.answers(Wire.ack(number));
    closed.value();
  }

  /**
   * Receives nothing but this frame, again and again, also from now on. What has come so far, and
   * one more, was perhaps sent before the sender could act on what it has read.
   */
  public void repeats(byte[] frame) {
    repetitions(frame);
    receiver.receives(frame);
    receiver.receives(frame);
  }

  /** How often this frame has come since it was last received; nothing else may have come. */
  public int repetitions(byte[] frame) {
    var all = receiver.receivesAll();
    all.forEach(each -> is(frame, each));
    return all.size();
  }

  private void is(byte[] expected, Datagram actual) {
    if (!Arrays.equals(actual.bytes(), expected)) {
      var shown = Wire.NAMES.read(expected).toString();
      throw receiver.mismatch(Outcome.WRONG_FRAME, actual, shown);
    }
  }

  /** Receives this frame; repetitions of the one before, which was answered late, do not matter. */
  public Datagram receivesAfter(byte[] answeredBefore, byte[] expected) {
    while (true) {
      var next = receiver.receives(Wire.NAMES.read(expected).toString());
      if (!Arrays.equals(next.bytes(), answeredBefore)) {
        is(expected, next);
        return next;
      }
    }
  }

  /** Acknowledges until the call is back: an acknowledgement is lost where much else waits. */
  public void isAcknowledged(int number, Later<Boolean> call) {
    receiver.answers(Wire.ack(number));
    trial.eventually(
        ACKNOWLEDGING,
        () -> {
          receiver.receivesAll().forEach(each -> receiver.sends(each.from(), Wire.ack(number)));
          return call.isDone();
        });
    call.value();
  }

  /** So that close() need not wait: acknowledges what still comes until it is back. */
  private void sayGoodbye() {
    var back = new AtomicBoolean();
    trial.later(
        "close() at the end",
        () -> {
          try {
            sender.close();
            return true;
          } finally {
            back.set(true);
          }
        });
    trial.eventually(
        FAREWELL,
        () -> {
          for (var waiting : receiver.receivesAll()) {
            receiver.sends(waiting.from(), Wire.ack((int) Math.max(0, waiting.frame().number())));
          }
          return back.get();
        });
  }
}
