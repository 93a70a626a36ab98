package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.List;

/** CAST-5 to CAST-8 and CAST-11: what is said, and who hears it. */
class TalkingTest {
  @Check(
      requirement = "CAST-5",
      points = 2,
      todo = 7,
      hint = "The name, a colon, a space, the text; to everybody in the room but one.")
  void a_line_goes_to_all_others(Chat chat, Trial trial) {
    var alice = chat.enter();
    var bob = chat.enter();
    var carol = chat.enter();
    var text = "  " + trial.words().sentence() + "\t:-)";
    alice.says(text);
    bob.hears(alice.message(text));
    carol.hears(alice.message(text));
  }

  @Check(
      requirement = "CAST-5",
      points = 2,
      todo = 7,
      hint = "Leave the sender out when you go through the users.")
  void a_line_does_not_come_back_to_its_sender(Chat chat, Trial trial) {
    var alice = chat.enter();
    var bob = chat.enter();
    var text = trial.words().sentence(); // no single word has it in it
    alice.says(text);
    chat.fence(alice, bob);
    chat.fence(bob, alice);
    alice.neverHeard(text);
  }

  @Check(
      requirement = "CAST-5",
      points = 2,
      todo = 7,
      hint = "Who is speaking? The connection knows, whatever the text says.")
  void nobody_can_speak_in_the_name_of_another(Chat chat, Trial trial) {
    var alice = chat.enter();
    var bob = chat.enter();
    var carol = chat.enter();
    var forged = carol.message(trial.words().word());
    alice.says(forged);
    bob.hears(alice.message(forged));
  }

  @Check(
      requirement = "CAST-6",
      points = 2,
      todo = 7,
      hint = "One thread reads a sender, and one thread writes to a receiver: who else writes?")
  void lines_of_three_senders_arrive_whole_and_in_order(Chat chat, Trial trial) {
    var senders = List.of(chat.enter(), chat.enter(), chat.enter());
    var listeners = List.of(chat.enter(), chat.enter());
    new Debate(trial, senders, listeners).isHeardInOrder();
  }

  @Check(
      requirement = "CAST-7",
      points = 2,
      todo = 8,
      hint = "When does somebody begin to be in the room: with the connection, or with the name?")
  void a_connection_without_a_name_hears_nothing(Chat chat) {
    var stranger = chat.stranger("stranger").hears("NAME?");
    var bob = chat.enter();
    var alice = chat.enter();
    chat.fence(alice, bob);
    bob.says("/quit").hearsTheEnd();
    alice.hears(bob.left());
    stranger.says("late").hears("WELCOME late");
    stranger.neverHeard(alice.name() + ":").neverHeard(alice.joined()).neverHeard(bob.left());
  }

  @Check(
      requirement = "CAST-7",
      points = 2,
      todo = 7,
      hint = "Who has no name is no user: nobody saw it come, and nobody sees it go.")
  void a_connection_without_a_name_goes_unseen(Chat chat) {
    var bob = chat.enter();
    var alice = chat.enter();
    chat.stranger("stranger").hears("NAME?").finishes().hearsTheEnd();
    chat.fence(alice, bob);
    bob.neverHeard("has left the chat room.");
  }

  @Check(
      requirement = "CAST-8",
      points = 2,
      todo = 8,
      hint = "Say BYE first; then the connection has to end.")
  void quit_is_answered_with_BYE_and_ends_the_connection(Chat chat) {
    chat.enter();
    chat.enter().says("/quit").hears("BYE").hearsNothingButTheEnd();
  }

  @Check(
      requirement = "CAST-8",
      points = 2,
      todo = 6,
      hint = "The same line as after WELCOME, with the users of this moment.")
  void who_says_who_is_online(Chat chat) {
    var bob = chat.enter("bob");
    chat.stranger("stranger").hears("NAME?");
    chat.enter("carol");
    chat.enter("Bert");
    bob.says("/who").hears("* online: Bert, bob, carol");
  }

  @Check(
      requirement = "CAST-8",
      points = 2,
      todo = 7,
      hint = "All lines that begin with / are for the server, those too that it does not know.")
  void other_commands_are_unknown_and_not_passed_on(Chat chat) {
    var alice = chat.enter();
    var bob = chat.enter();
    alice.says("/dance").hears("ERR unknown-command");
    alice.says("/").hears("ERR unknown-command");
    alice.says("/quitting").hears("ERR unknown-command");
    chat.fence(alice, bob);
    bob.neverHeard("/");
  }

  @Check(
      requirement = "CAST-8",
      points = 2,
      todo = 7,
      hint = "An empty line is no goodbye, and no message.")
  void an_empty_line_is_ignored(Chat chat) {
    var alice = chat.enter();
    var bob = chat.enter();
    alice.says("").says("");
    chat.fence(alice, bob);
    bob.neverHeardExactly(alice.message(""));
  }

  @Check(
      requirement = "CAST-11",
      points = 2,
      todo = 7,
      hint = "A terminal obeys control characters: who lets them through lets others draw on it.")
  void control_characters_are_taken_out(Chat chat, Trial trial) {
    var word = trial.words().word();
    var alice = chat.enter();
    var bob = chat.enter();
    alice.says("a\0b\u0007c\u001b[2Jd\u007fe\u0085f\u009fg\th\u00a0i " + word);
    bob.hears(alice.message("abc[2Jdefg\th\u00a0i " + word));
  }

  @Check(
      requirement = "CAST-12",
      points = 2,
      todo = 7,
      hint = "How many threads does your program have for its clients, and how many does it need?")
  void serves_200_users_at_the_same_time(Chat chat, Trial trial) {
    var users = chat.enter(200);
    var text = trial.words().sentence();
    var speaker = users.getLast();
    speaker.says(text);
    users.stream()
        .filter(user -> user != speaker)
        .forEach(user -> user.hears(speaker.message(text)));
  }
}
