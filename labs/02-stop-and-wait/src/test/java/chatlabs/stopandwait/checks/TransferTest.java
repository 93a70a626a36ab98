package chatlabs.stopandwait.checks;

import chatlabs.grader.channel.Damage;
import chatlabs.grader.channel.Fate;
import chatlabs.grader.channel.Fates;
import chatlabs.grader.channel.Way;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.util.Random;

/** Sender and Receiver together, over a channel that loses, doubles, holds and damages frames. */
@NeedsClasses
class TransferTest {
  @Check(
      requirement = "SAW-4",
      points = 3,
      todo = 9,
      hint = "On a good channel each frame and each acknowledgement is sent exactly once.")
  void n_frames_take_n_frames_and_n_acknowledgements(Trial trial) {
    var transfer = Transfer.patient(trial);
    transfer.sends(20);
    transfer.delivers(20);
    transfer.took(Way.FORTH, "D", 20);
    transfer.took(Way.BACK, "A", 20);
  }

  @Check(
      requirement = "SAW-5",
      points = 3,
      todo = 9,
      hint = "Each lost frame and each lost acknowledgement costs one transmission, and no more.")
  void k_losses_take_k_frames_more(Trial trial) {
    Timeouts.shortThenLong(
        trial,
        millis -> {
          var transfer = Transfer.hasty(trial, millis);
          transfer.channel().loses("D 1").loses("A 3");
          transfer.sends(10, "D 1", "D 3");
          transfer.delivers(10);
          transfer.took(Way.FORTH, "D", 12);
          transfer.took(Way.BACK, "A", 11);
        });
  }

  @Check(
      requirement = "SAW-6",
      points = 3,
      todo = 9,
      hint = "Read about the Sorcerer's Apprentice in the handout. What is sent twice, and why?")
  void doubled_frames_and_acknowledgements_double_nothing_else(Trial trial) {
    var transfer = Transfer.patient(trial);
    transfer.channel().script().each(a -> true, Fate.DOUBLED);
    transfer.sends(4);
    transfer.delivers(4);
    transfer.took(Way.FORTH, "D", 4);
    transfer.took(Way.BACK, "A", 8);
  }

  @Check(
      requirement = "SAW-6",
      points = 3,
      todo = 9,
      hint = "An acknowledgement can be late. For which frame is it then?")
  void an_acknowledgement_that_comes_late_does_not_count_for_the_next_frame(Trial trial) {
    var transfer = Transfer.hasty(trial, 80);
    // The first A 1 arrives when D 2 is on the channel, and D 2 arrives damaged, until it is certain
    // that the sender has seen that A 1.
    transfer.channel().holds("A 1", "D 2");
    transfer.keepsBack("D 2", Fate.damaged(8 * Wire.HEADER));
    var sending = transfer.startsSending(5);
    transfer.letsThrough("D 2", sending);
    transfer.returns(sending);
    transfer.delivers(5);
  }

  @Check(
      requirement = "SAW-15",
      points = 4,
      todo = 9,
      hint = "Draw the sequence from the report: which frame came when, and what followed?")
  void a_transfer_survives_a_channel_that_does_everything(Trial trial) {
    var transfer = Transfer.hasty(trial, 6);
    // Chance alone might leave out what this check is to show.
    transfer.keepsBack("D 3", Fate.damaged(8 * Wire.HEADER));
    transfer.channel().loses("A 6").holds("A 10", "D 11");
    transfer.keepsBack("D 11", Fate.damaged(8 * Wire.HEADER));
    transfer.channel().script().others(aFifthOfEverything(trial.random()));
    var sending = transfer.startsSending(30);
    transfer.letsThrough("D 3", sending);
    transfer.letsThrough("D 11", sending);
    transfer.returns(sending);
    transfer.delivers(30);
  }

  @Check(
      requirement = "SAW-12",
      points = 2,
      todo = 9,
      hint = "Who answers, when the end comes again and nobody calls receive any more?")
  void the_last_acknowledgement_may_be_lost(Trial trial) {
    var transfer = transferOfThree(trial, 60);
    if (transfer.channel().count(Way.FORTH, "D") > 3) {
      trial.remark("acknowledgements are late; once more, with a timeout that is long for that");
      transfer = transferOfThree(trial, 2_000);
    }
    var ended = transfer.ends();
    transfer.returns(ended);
    transfer.deliversEnd();
    transfer.channel().awaits("F 3", 2);
    transfer.saw("A 3", 2);
  }

  /** Before the end, the acknowledgement of which is lost. */
  private static Transfer transferOfThree(Trial trial, int millis) {
    var transfer = Transfer.hasty(trial, millis);
    transfer.channel().loses("A 3");
    transfer.sends(3);
    transfer.delivers(3);
    return transfer;
  }

  /** Losses, doubles, and a damaged bit somewhere behind the length: each of them a fifth. */
  private static Fates aFifthOfEverything(Random random) {
    return arrival -> {
      var fate = random.nextInt(5) == 0 ? Fate.LOST : Fate.PASS;
      fate = fate.and(random.nextInt(5) == 0 ? Fate.DOUBLED : Fate.PASS);
      int bit = 32 + random.nextInt(8 * arrival.length() - 32);
      return random.nextInt(5) == 0 ? fate.and(Fate.damaged(Damage.bit(bit))) : fate;
    };
  }
}
