package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;

/** SAW-7 to SAW-14: the receiver, in front of a sender that does what the check wants. */
@NeedsClasses
class ReceiverTest {
  @Check(
      requirement = "SAW-7",
      points = 2,
      todo = 9,
      hint = "An acknowledgement has the number of the frame that it is for.")
  void frames_are_acknowledged_and_delivered_in_order(Receiving receiving, Trial trial) {
    var words = trial.words();
    var first = words.sentence();
    var second = words.word();
    receiving.takes(0, first).delivers(first);
    receiving.takes(1, second).delivers(second);
    receiving.saysNothing("after the acknowledgement of each frame");
  }

  @Check(
      requirement = "SAW-8",
      points = 3,
      todo = 9,
      hint = "Why does a frame come twice? Because its acknowledgement was lost.")
  void a_repeated_frame_is_acknowledged_again_and_delivered_once(
      Receiving receiving, Trial trial) {
    var first = trial.words().word();
    var second = trial.words().word();
    var third = trial.words().word();
    receiving.takes(0, first).takes(0, first).takes(0, first).takes(1, second).takes(1, second);
    receiving.delivers(first).delivers(second);
    receiving.takes(2, third).delivers(third);
  }

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "There are two numbers that mean something now. What has any other one to do here?")
  void a_frame_with_another_number_is_ignored(Receiving receiving, Trial trial) {
    var words = trial.words();
    var first = words.word();
    var second = words.word();
    var third = words.word();
    receiving.takes(0, first);
    for (int number : new int[] {2, 5, 128, 254, 255}) {
      receiving.gets(Wire.data(number, words.word()));
    }
    receiving.takes(1, second).takes(2, third);
    receiving.delivers(first).delivers(second).delivers(third);
  }

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "A frame that is damaged did not arrive. Who takes care that it comes again?")
  void a_damaged_frame_is_ignored(Receiving receiving, Trial trial) {
    var words = trial.words();
    var first = words.word();
    var second = words.word();
    var third = words.word();
    receiving.takes(0, first);
    receiving.gets(Wire.damaged(Wire.data(1, second), 8 * Wire.HEADER + 7));
    receiving.takes(1, second).takes(2, third);
    receiving.delivers(first).delivers(second).delivers(third);
  }

  @Check(
      requirement = "SAW-9",
      points = 2,
      todo = 9,
      hint = "Anybody can send anything. What does your thread do after an exception?")
  void garbage_does_no_harm(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.gets(new byte[0]).gets(new byte[] {'D'}).gets(new byte[7]);
    receiving.gets(trial.words().letters(2_000).getBytes(UTF_8));
    receiving.gets(Wire.frame('X', 0, new byte[0])).gets(Wire.ack(0));
    receiving.takes(0, word).delivers(word);
  }

  @Check(
      requirement = "SAW-10",
      points = 2,
      todo = 9,
      hint = "Keep the address of the first good frame, and compare.")
  void frames_of_a_stranger_are_ignored(Receiving receiving, Trial trial) {
    var words = trial.words();
    var first = words.word();
    var second = words.word();
    receiving.takes(0, first);
    var stranger = receiving.stranger(Wire.data(1, words.word()));
    receiving.takes(1, second).delivers(first).delivers(second);
    stranger.receivesNothing("for a stranger");
  }

  @Check(
      requirement = "SAW-12",
      points = 2,
      todo = 9,
      hint = "First all payloads that wait, then null.")
  void the_end_comes_after_all_payloads(Receiving receiving, Trial trial) {
    var first = trial.words().word();
    var second = trial.words().word();
    receiving.takes(0, first).takes(1, second).takesEnd(2);
    receiving.delivers(first).delivers(second).deliversEnd();
  }

  @Check(
      requirement = "SAW-12",
      points = 3,
      todo = 9,
      hint = "The last acknowledgement can be lost too. Who is there to send it again?")
  void a_repeated_end_is_acknowledged_again(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.takes(0, word).delivers(word).takesEnd(1).takesEnd(1);
    receiving.deliversEnd();
    receiving.takesEnd(1).takesEnd(1);
  }

  @Check(
      requirement = "SAW-13",
      points = 3,
      todo = 9,
      hint = "Which thread sends acknowledgements? It must not wait for those who call receive.")
  void frames_are_acknowledged_before_anybody_calls_receive(Receiving receiving, Trial trial) {
    for (int number = 0; number < 5; number++) {
      receiving.takes(number, "frame " + number);
    }
    receiving.takesEnd(5);
    for (int number = 0; number < 5; number++) {
      receiving.delivers("frame " + number);
    }
    receiving.deliversEnd();
  }

  @Check(
      requirement = "SAW-14",
      points = 2,
      todo = 9,
      hint = "After number 255 the expected one is 0.")
  void frame_0_comes_after_frame_255(Receiving receiving) {
    for (int frame = 0; frame < 258; frame++) {
      receiving.takes(frame % 256, "frame " + frame);
    }
    for (int frame = 0; frame < 258; frame++) {
      receiving.delivers("frame " + frame);
    }
  }

  @Check(
      requirement = "SAW-3",
      points = 1,
      todo = 9,
      hint = "Nothing in a frame is something else than no frame.")
  void an_empty_payload_is_delivered_as_such(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.takes(0, "").takes(1, word).delivers("").delivers(word);
  }
}
