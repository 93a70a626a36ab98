package chatlabs.stopandwait.hidden;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.stopandwait.checks.ReceiverRole;
import chatlabs.stopandwait.checks.Receiving;
import chatlabs.stopandwait.checks.Wire;
import java.io.IOException;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.Arrays;

/** Harder variants of what the public checks of the receiver ask for. */
@NeedsClasses
class HiddenReceiverTest {
  private static final int ROOM = 1_024;

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "Before the first frame there is none that could be repeated.")
  void frame_255_is_not_repeated_before_the_first_one(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.gets(Wire.data(255, trial.words().word())).gets(Wire.fin(255));
    receiving.takes(0, word).takes(1, "1").delivers(word).delivers("1");
  }

  @Check(
      requirement = "SAW-10",
      points = 2,
      todo = 9,
      hint = "Which frame fixes the peer? Not the first one that comes.")
  void stray_frames_before_the_first_fix_nobody(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    var stranger = receiving.stranger(Wire.data(7, trial.words().word()));
    receiving.stranger(Wire.fin(3));
    receiving.stranger(Wire.damaged(Wire.data(0, trial.words().word()), 70));
    receiving.takes(0, word).delivers(word);
    stranger.receivesNothing("for a stranger");
  }

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "Same number, other type: is that a repetition?")
  void an_end_with_another_number_is_ignored(Receiving receiving, Trial trial) {
    var first = trial.words().word();
    var second = trial.words().word();
    receiving.takes(0, first);
    receiving.gets(Wire.fin(0)).gets(Wire.fin(2)).gets(Wire.fin(255));
    receiving.takes(1, second).takes(2, "2").delivers(first).delivers(second).delivers("2");
  }

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "What can still come after the end, and what not?")
  void no_data_is_taken_after_the_end(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.takes(0, word).takesEnd(1);
    receiving.gets(Wire.data(0, word)).gets(Wire.data(2, trial.words().word()));
    receiving.takesEnd(1).saysNothing("after the acknowledgement of the end");
    receiving.delivers(word).deliversEnd();
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 9,
      hint = "What does the system do with a datagram that is longer than your buffer?")
  void a_datagram_longer_than_the_longest_frame_is_no_frame(Receiving receiving, Trial trial) {
    var longest = trial.words().letters(Wire.LIMIT);
    byte[] frame = Wire.data(0, longest);
    receiving.gets(Arrays.copyOf(frame, frame.length + 1));
    receiving.gets(Arrays.copyOf(frame, 8 * frame.length));
    receiving.takes(0, longest).takes(1, "x").delivers(longest).delivers("x");
  }

  @Check(
      requirement = "SAW-13",
      points = 3,
      todo = 9,
      hint = "Frames for which there is no room are not acknowledged; everything else is, as ever.")
  void frames_wait_up_to_1024_and_no_more(Receiving receiving) {
    for (int frame = 0; frame < ROOM; frame++) {
      receiving.takes(frame % 256, "frame " + frame);
    }
    receiving.gets(Wire.data(0, "frame 1024"));
    receiving.takes(255, "frame 1023"); // repeated: acknowledged again, as the next thing
    receiving.delivers("frame 0").takes(0, "frame 1024").takesEnd(1);
    for (int frame = 1; frame <= ROOM; frame++) {
      receiving.delivers("frame " + frame);
    }
    receiving.deliversEnd();
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 9,
      hint = "When the constructor throws, nobody has an object on which to call close().")
  void a_port_in_use_leaves_no_thread_behind(Receiving receiving, Trial trial)
      throws IOException {
    receiving.takes(0, "a receiver that works");
    int before = trial.strayThreads().size();
    try (var taken = new DatagramSocket(0)) {
      int port = taken.getLocalPort();
      trial.thrownBy(
          "new Receiver(" + port + "), a port that somebody has",
          "java.lang.Exception",
          () -> trial.make(ReceiverRole.class, port));
      boolean gone =
          trial.eventually(Duration.ofSeconds(2), () -> trial.strayThreads().size() <= before);
      trial.equal("the threads of the failed constructor to be gone:", true, gone);
    }
  }
}
