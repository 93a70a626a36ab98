package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CAST-10: users who do not read, or read slowly. */
class SlowReadersTest {
  private static final int AT_ONCE = 500;

  // 12.6 MB for each of two users: 10,000 lines may wait, and the system itself takes some 4 MB.
  private static final int LINES = 18_000;

  @Check(
      requirement = "CAST-10",
      points = 4,
      todo = 8,
      hint =
          "Whoever reads from the sender must never wait for a receiver. Put the line into a"
              + " queue, and let another thread wait.")
  void a_user_who_does_not_read_is_dropped_and_delays_nobody(Chat chat, Trial trial) {
    var speaker = chat.enter();
    var listener = chat.enter();
    var sleeper = chat.enter().stopsReading();
    var speech = new Speech(trial, speaker, LINES, 700, 700);
    allHeard(speech, LINES, listener, trial);
    if (!listener.heard().contains(sleeper.left())) {
      listener.hears(sleeper.left());
    }
    chat.fence(speaker, listener);
    listener.heardOnce(sleeper.left());
    sleeper.readsAgain().hearsTheEnd();
  }

  @Check(
      requirement = "CAST-10",
      points = 2,
      todo = 7,
      hint = "Up to 10,000 lines may wait for a user, and all of them are written in the end.")
  void a_user_who_reads_late_loses_nothing(Chat chat, Trial trial) {
    var speaker = chat.enter();
    var listener = chat.enter();
    var late = chat.enter().stopsReading();
    var speech = new Speech(trial, speaker, 9_000, 900, 900);
    allHeard(speech, 9_000, listener, trial);
    late.readsAgain();
    Speech.heardBy(late, trial, List.of(speech));
  }

  /** Sends so many lines, never more at once than a user is to be given time for. */
  private static void allHeard(Speech speech, int count, User listener, Trial trial) {
    Map<String, Integer> next = new HashMap<>(Map.of(speech.speaker().name(), 0));
    for (int sent = 0; sent < count; sent += AT_ONCE) {
      speech.sends(AT_ONCE);
      Speech.heardBy(listener, trial, List.of(speech), next);
    }
  }
}
