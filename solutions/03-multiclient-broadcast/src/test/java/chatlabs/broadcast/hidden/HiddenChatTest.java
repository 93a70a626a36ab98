package chatlabs.broadcast.hidden;

import chatlabs.broadcast.checks.Chat;
import chatlabs.broadcast.checks.Chatting;
import chatlabs.broadcast.checks.Speech;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.util.List;

/** Harder variants of what the public checks ask for. */
class HiddenChatTest {
  @Check(
      requirement = "CAST-2",
      points = 2,
      todo = 5,
      hint = "How many characters may a name have, and which ones?")
  void refuses_names_that_are_nearly_good(Chat chat) {
    var you = chat.stranger("you").hears("NAME?");
    for (var name : List.of("ABCDEFGHIJKLMNOPQ", "zoë", "a.b", " bob", "bob ", "/quit", "a\tb")) {
      you.says(name).hears("ERR bad-name", "NAME?");
    }
    you.says("bob").hears("WELCOME bob");
  }

  @Check(
      requirement = "CAST-3",
      points = 2,
      todo = 5,
      hint = "Are bob and Bob the same to your registry? The protocol does not say so.")
  void upper_and_lower_case_make_two_names(Chat chat) {
    chat.enter("bob");
    chat.enter("Bob").hears("* online: Bob, bob");
  }

  @Check(
      requirement = "CAST-6",
      points = 2,
      todo = 7,
      hint = "Who sends the server many lines in one segment still sends them in this order.")
  void a_thousand_lines_in_one_segment_stay_in_order(Chat chat, Trial trial) {
    var alice = chat.enter();
    var bob = chat.enter();
    var carol = chat.enter();
    var speech = new Speech(trial, alice, 1_000, 6, 20).sends(1_000);
    Speech.heardBy(bob, trial, List.of(speech));
    Speech.heardBy(carol, trial, List.of(speech));
  }

  @Check(
      requirement = "CAST-8",
      points = 2,
      todo = 7,
      hint = "Which lines are exactly /quit and /who, and which ones only look like them?")
  void commands_are_exact(Chat chat) {
    var alice = chat.enter();
    var bob = chat.enter();
    alice.says("/QUIT").hears("ERR unknown-command");
    alice.says("/who is there").hears("ERR unknown-command");
    alice.says("/quit now").hears("ERR unknown-command");
    alice.says(" /quit");
    bob.hears(alice.message(" /quit"));
  }

  @Check(
      requirement = "CAST-9",
      points = 2,
      todo = 8,
      hint = "Everybody is told, and everybody is gone from the list, however many leave at once.")
  void twenty_leave_at_the_same_time(Chat chat) {
    var bob = chat.enter("bob");
    var users = chat.enter(20);
    bob.says("all here");
    users.forEach(user -> user.hears(bob.message("all here"))); // nothing more is on its way to them
    for (int i = 0; i < users.size(); i++) {
      switch (i / 7) {
        case 0 -> users.get(i).resets();
        case 1 -> users.get(i).finishes();
        default -> users.get(i).says("/quit");
      }
    }
    users.forEach(user -> bob.hearsInAnyOrder(user.left()));
    users.forEach(user -> bob.heardOnce(user.left()));
    bob.says("/who").hears("* online: bob");
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "Only NAME? is for the program; all the rest is for the person.")
  @NeedsClasses
  void other_lines_are_shown_as_they_are(Chatting chatting, Trial trial) {
    var word = trial.words().word();
    chatting.welcomed();
    for (var line : List.of("ERR unknown-command", "bob: NAME?", "  " + word, "BYE")) {
      chatting.server().says(line);
      chatting.person().receivesUntil(line);
    }
  }
}
