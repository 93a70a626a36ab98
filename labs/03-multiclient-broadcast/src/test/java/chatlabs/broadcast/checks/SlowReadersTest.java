package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.util.List;

/** CAST-10: users who do not read, or read slowly. */
class SlowReadersTest {
  private static final int AT_ONCE = 500;

  // 20 MB: 10,000 lines may wait, which is half of them, and the system itself takes some 4 MB.
  private static final int LINES = 20_000;
  private static final int BYTES = 1_000; // in each line

  /** 10,000 lines, and what they are kept in; less than all that is sent. */
  private static final long BOUND = 18_000L * BYTES;

  @Check(
      requirement = "CAST-10",
      points = 4,
      todo = 8,
      hint =
          "Whoever reads from the sender must never wait for a receiver. Put the line into a"
              + " queue, and let another thread wait.")
  void a_user_who_does_not_read_is_dropped_and_delays_nobody(Trial trial) {
    trial.startAnew(); // threads of earlier checks may not have let go of their lines yet
    var chat = new Chat(trial);
    var speaker = chat.enter();
    var listener = chat.enter();
    var sleeper = chat.enter().stopsReading();
    var before = trial.memoryInUse();
    allHeard(new Speech(trial, speaker, LINES, BYTES, BYTES), LINES, listener, trial);
    before.ifPresent(bytes -> bounded(trial, trial.memoryInUse().orElseThrow() - bytes));
    listener.hearsInAnyOrder(sleeper.left());
    chat.fence(speaker, listener);
    listener.heardOnce(sleeper.left());
    sleeper.readsAgain().hearsTheEnd();
  }

  private static void bounded(Trial trial, long growth) {
    trial.remark("the program's memory has grown by " + growth / 1_000_000 + " MB");
    if (growth > BOUND) {
      throw trial.mismatch(
          Outcome.LEFT_BEHIND,
          "10,000 lines of " + BYTES + " bytes at most to wait in memory",
          growth / 1_000_000 + " MB more than before are in use");
    }
  }

  @Check(
      requirement = "CAST-10",
      points = 4,
      todo = 8,
      hint =
          "Up to 10,000 lines may wait for a user, and all of them are written in the end. The"
              + " leave notice waits with them: it comes last.")
  void a_user_who_reads_late_loses_nothing(Chat chat, Trial trial) {
    var speaker = chat.enter();
    var listener = chat.enter();
    var late = chat.enter().stopsReading();
    var speech = new Speech(trial, speaker, 9_000, 900, 900);
    allHeard(speech, 9_000, listener, trial);
    speaker.says("/quit").hears("BYE");
    late.readsAgain();
    Speech.heardBy(late, trial, List.of(speech));
    late.neverHeard(speaker.left()); // a notice that does not wait would have come by now (CAST-9)
  }

  /** Sends so many lines, and never more at once than a user is to be given time for. */
  private static void allHeard(Speech speech, int count, User listener, Trial trial) {
    var hearing = new Speech.Hearing(listener, trial, List.of(speech));
    for (int sent = 0; sent < count; sent += AT_ONCE) {
      speech.sends(AT_ONCE);
      hearing.hearsAllBut(AT_ONCE); // the server works on these meanwhile
    }
    hearing.hearsAllBut(0);
  }
}
