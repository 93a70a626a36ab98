package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.function.Consumer;

/** CAST-9: everybody hears once that a user has left, however that was. */
class LeavingTest {
  @Check(
      requirement = "CAST-9",
      points = 2,
      todo = 8,
      hint = "Leave the room at one place in your program, through which every session ends.")
  void the_others_hear_once_that_somebody_has_quit(Chat chat, Trial trial) {
    leaves(chat, trial, user -> user.says("/quit").hearsTheEnd());
  }

  @Check(
      requirement = "CAST-9",
      points = 2,
      todo = 8,
      hint = "The end of the stream is a goodbye, too.")
  void the_others_hear_once_that_a_connection_has_ended(Chat chat, Trial trial) {
    leaves(chat, trial, user -> user.finishes().hearsTheEnd());
  }

  @Check(
      requirement = "CAST-9",
      points = 2,
      todo = 8,
      hint = "A reset arrives as an IOException: what is still done after it?")
  void the_others_hear_once_that_a_connection_was_reset(Chat chat, Trial trial) {
    leaves(chat, trial, User::resets);
  }

  private static void leaves(Chat chat, Trial trial, Consumer<User> way) {
    var bob = chat.enter();
    var carol = chat.enter();
    var alice = chat.enter();
    alice.hearsAnything(); // who is online; nothing more is on its way to her
    var last = trial.words().word();
    alice.says(last);
    bob.hears(alice.message(last));
    carol.hears(alice.message(last));
    way.accept(alice);
    bob.hears(alice.left());
    carol.hears(alice.left());
    chat.fence(bob, carol);
    chat.fence(carol, bob);
    bob.heardOnce(alice.left());
    carol.heardOnce(alice.left());
  }

  @Check(
      requirement = "CAST-9",
      points = 2,
      todo = 8,
      hint = "Who has left is in no list any more.")
  void who_has_left_is_not_online(Chat chat) {
    var bob = chat.enter("bob");
    var alice = chat.enter("alice");
    alice.hearsAnything(); // who is online; nothing more is on its way to her
    alice.resets();
    bob.hears(alice.left());
    bob.says("/who").hears("* online: bob");
  }
}
