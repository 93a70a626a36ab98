package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.channel.CheckedChannel;
import chatlabs.grader.channel.Fate;
import chatlabs.grader.channel.Fates;
import chatlabs.grader.channel.Passage;
import chatlabs.grader.channel.Way;
import chatlabs.grader.check.Later;
import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The student's Sender and Receiver, and a channel between them that does what the check wants. */
public final class Transfer {
  /** For one more frame, with all its timeouts: much longer than any of them takes. */
  private static final Duration TIME = Duration.ofSeconds(3);

  /** Half of the numbers there are; a right sender gets to the next one, when answers are late. */
  private static final int ROUND = 128;

  private static final Duration FAREWELL = Duration.ofMillis(300);

  private final Trial trial;
  private final CheckedChannel channel;
  private final ReceiverRole receiver;
  private final SenderRole sender;
  private final Set<String> through = ConcurrentHashMap.newKeySet();

  private Transfer(Trial trial, Duration timeout, int maxRetries) {
    trial.frames(Wire.NAMES);
    this.trial = trial;
    this.receiver = trial.make(ReceiverRole.class, 0);
    this.channel = trial.channel("sender", "receiver", trial.address(receiver.port()));
    trial.remark("makes a Sender with a timeout of " + timeout.toMillis() + " ms");
    this.sender = trial.make(SenderRole.class, channel.address(), timeout, maxRetries);
    trial.atEnd(this::sayGoodbye);
  }

  /** With a timeout that never ends: whatever comes twice was sent without need. */
  public static Transfer patient(Trial trial) {
    return new Transfer(trial, Sending.NEVER, 10_000);
  }

  /** With a short timeout, and retries for as long as the check may take. */
  public static Transfer hasty(Trial trial, int millis) {
    return new Transfer(trial, Duration.ofMillis(millis), Sending.endlessRetries(millis));
  }

  /** What lies between the two. */
  public CheckedChannel channel() {
    return channel;
  }

  /** Calls {@code send} for so many frames, from {@code frame 0} on; each has to return. */
  public void sends(int frames) {
    returns(startsSending(frames));
  }

  /**
   * Calls {@code send} for so many frames; each has to return.
   *
   * @param again those that have to be sent more than once
   * @throws Timeouts.Late when something is wrong after others were
   */
  void sends(int frames, String... again) {
    try {
      sends(frames);
    } catch (Mismatch wrong) {
      if (hasRepeatedOthers(List.of(again))) {
        throw new Timeouts.Late(wrong);
      }
      throw wrong;
    }
  }

  private boolean hasRepeatedOthers(List<String> again) {
    return channel.passages().stream()
        .map(Passage::arrival)
        .filter(arrival -> arrival.way() == Way.FORTH && arrival.nth() > 1)
        .anyMatch(arrival -> !again.contains(arrival.frame().id()));
  }

  /** Calls {@code send} for frames with these texts, and does not wait. */
  public Later<Boolean> startsSending(int frames) {
    return trial.later(
        "send(\"frame 0\") to send(\"frame " + (frames - 1) + "\")",
        () -> {
          for (int frame = 0; frame < frames; frame++) {
            sender.send(("frame " + frame).getBytes(UTF_8));
          }
          return true;
        });
  }

  /**
   * Waits until so many datagrams of this identity have come, or the call is over; without them, the
   * reason is looked for.
   */
  public void awaits(String id, int times, Later<Boolean> call) {
    goesOnUntil(() -> channel.count(id) >= times || call.isDone());
    if (channel.count(id) < times) {
      throwFoul();
    }
  }

  /**
   * This fate for each datagram of this identity, as {@code D 3}, until {@link #letsThrough}; what
   * answers it passes meanwhile.
   */
  public void keepsBack(String id, Fate fate) {
    String answer = id.replaceFirst("\\w+", "A");
    channel.script().each(a -> a.frame().id().equals(id) && !through.contains(id), fate);
    channel.script().each(a -> a.frame().id().equals(answer) && !through.contains(id), Fate.PASS);
  }

  /**
   * Waits until this frame has come, and both ends have surely seen what had arrived by then, and
   * the sender what was answered; then it passes. The time may be over without a look, when a
   * machine has much to do: so all has to be read, and the frame come two times more. And that twice:
   * who has read the next has answered the one before.
   */
  public void letsThrough(String id, Later<Boolean> call) {
    awaits(id, 1, call);
    awaits(id, channel.isRead().settles().count(id) + 2, call);
    awaits(id, channel.isRead().settles().count(id) + 2, call);
    through.add(id);
  }

  /** Demands so many datagrams of this identity; without them, the reason is looked for, too. */
  public void saw(String id, int times) {
    // Of a burst of repetitions the last is not answered yet, when the first of them is seen here.
    if (!trial.eventually(TIME, () -> channel.count(id) >= times)) {
      throwFoul();
    }
    channel.awaits(id, times);
  }

  /** Waits for a call; when it fails, the reason is looked for in what was sent before. */
  public void returns(Later<Boolean> call) {
    if (!goesOnUntil(call::isDone)) {
      throwFoul();
    }
    try {
      call.value();
    } catch (Failure.Threw threw) {
      if (!threw.thrown().isTodo()) {
        throwFoul();
      }
      throw threw;
    }
    if (hasComeRound()) {
      throwFoul();
    }
  }

  /**
   * Whether the sender has gone through its numbers without an answer: each transmission with
   * another number comes round to the right one, if nobody looks for as long.
   */
  private boolean hasComeRound() {
    var unanswered = new HashSet<String>();
    for (var passage : channel.passages()) {
      if (passage.arrival().way() == Way.BACK) {
        unanswered.clear();
      } else if (unanswered.add(passage.arrival().frame().id()) && unanswered.size() > ROUND) {
        return true;
      }
    }
    return false;
  }

  /** Whether this comes, as long as there is progress: a slow machine takes long for many frames. */
  private boolean goesOnUntil(BooleanSupplier condition) {
    long before = -1;
    for (long now = answered(); now > before; now = answered()) {
      if (trial.eventually(TIME, condition)) {
        return true;
      }
      before = now;
    }
    return false;
  }

  /** How many frames were answered. What is sent without an answer is no progress. */
  private long answered() {
    return channel.passages().stream()
        .filter(each -> each.arrival().way() == Way.BACK && each.arrival().nth() == 1)
        .count();
  }

  private void throwFoul() {
    channel.settles();
    Referee.firstFoul(channel.passages())
        .ifPresent(
            foul -> {
              throw mismatch(foul);
            });
  }

  private Mismatch mismatch(Referee.Foul foul) {
    return channel.mismatch(Outcome.WRONG_FRAME, foul.where(), foul.expected(), foul.actual());
  }

  /** Calls {@code close} of the sender. */
  public Later<Boolean> ends() {
    return trial.later(
        "close()",
        () -> {
          sender.close();
          return true;
        });
  }

  /** Calls {@code receive}: all these frames have to come, in order, and nothing else. */
  public void delivers(int frames) {
    for (int frame = 0; frame < frames; frame++) {
      byte[] received = receiver.receive();
      String actual = received == null ? null : new String(received, UTF_8);
      trial.equal("receive() to return", "frame " + frame, actual);
    }
  }

  /** Calls {@code receive}, which has to return null. */
  public void deliversEnd() {
    byte[] actual = receiver.receive();
    trial.equal("receive() to return", null, actual == null ? null : new String(actual, UTF_8));
  }

  /** Demands that so many frames of this kind were sent this way, lost ones among them. */
  public void took(Way way, String kind, int expected) {
    // An answer to a repetition may still be on its way; nobody waits for it.
    trial.eventually(TIME, () -> channel.count(way, kind) >= expected);
    channel.settles();
    var all = channel.passages(a -> a.way() == way && a.frame().kind().equals(kind));
    if (all.size() == expected) {
      return;
    }
    String due = expected + " times " + kind;
    String actual = all.size() + " times";
    var repeated = all.stream().filter(each -> each.arrival().nth() > 1).findFirst();
    throw repeated.isPresent() && all.size() > expected
        ? channel.mismatch(Outcome.WRONG_COUNT, repeated.get(), due, actual)
        : channel.mismatch(Outcome.WRONG_COUNT, due, actual);
  }

  /** So that close() need not wait: nothing is lost any more. */
  private void sayGoodbye() {
    channel.script().clear().others(Fates.PASS);
    channel.channel().release();
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
    trial.eventually(FAREWELL, back::get);
  }
}
