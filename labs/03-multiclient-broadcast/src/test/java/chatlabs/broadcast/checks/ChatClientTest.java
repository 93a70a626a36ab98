package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.ArrayList;

/** CAST-13: the client, between a person and a server that do what the check wants. */
@NeedsClasses
class ChatClientTest {
  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "NAME? is answered, and not by the person.")
  void the_client_answers_NAME_with_its_name(Chatting chatting) {
    chatting.server().says("NAME?").receives("alice");
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "Reading the keyboard waits, and reading the server waits. One thread cannot do both.")
  void shows_what_comes_in_while_nothing_is_typed(Chatting chatting, Trial trial) {
    var line = "bob: " + trial.words().sentence();
    chatting.server().says("NAME?").receives("alice").says("WELCOME alice").says(line).says(line);
    chatting.person().receivesUntil("WELCOME alice");
    chatting.person().receives(line).receives(line);
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "Reading the keyboard waits, and reading the server waits. One thread cannot do both.")
  void sends_what_is_typed_while_nothing_comes_in(Chatting chatting, Trial trial) {
    var one = trial.words().sentence();
    var two = trial.words().sentence() + " Grüße 👋";
    chatting.welcomed();
    chatting.person().says(one);
    chatting.server().receives(one);
    chatting.person().says(two);
    chatting.server().receives(two);
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "After a refusal the person chooses the name, not the program.")
  void after_a_refusal_the_next_line_is_the_new_name(Chatting chatting, Trial trial) {
    var second = trial.words().word();
    var third = trial.words().word();
    chatting.server().says("NAME?").receives("alice").says("ERR name-taken").says("NAME?");
    chatting.person().receivesUntil("ERR name-taken");
    chatting.person().says(second);
    chatting.server().receives(second).says("ERR bad-name").says("NAME?");
    chatting.person().receivesUntil("ERR bad-name");
    chatting.person().says(third);
    chatting.server().receives(third).says("WELCOME " + third);
    chatting.person().receivesUntil("WELCOME " + third);
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "After /quit there is still something to be shown, and then the end.")
  void quit_shows_BYE_and_returns(Chatting chatting) {
    chatting.welcomed();
    chatting.person().says("/quit");
    chatting.server().receives("/quit");
    chatting.endsWithBye();
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "What does readLine() return when nothing more will be typed?")
  void the_end_of_the_input_is_a_quit(Chatting chatting) {
    chatting.welcomed();
    chatting.person().says("bye all").finishes();
    chatting.server().receives("bye all").receives("/quit");
    chatting.endsWithBye();
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "The server is gone: must anything more be typed before run() sees it?")
  void returns_when_the_server_has_gone(Chatting chatting) {
    chatting.welcomed();
    chatting.server().says("bob: the last line").sends("bob: cut in mid-li").finishes();
    chatting.person().receivesUntil("bob: the last line");
    chatting.returns();
  }

  @Check(
      requirement = "CAST-13",
      points = 2,
      todo = 10,
      hint = "One read may bring half a line, or two. You have a LineReader.")
  void shows_whole_lines_however_they_come(Chatting chatting, Trial trial) {
    var begin = trial.words().word();
    var end = trial.words().word() + " Grüße 👋";
    chatting.welcomed();
    chatting.server().sends("bob: " + begin).isRead();
    chatting.person().staysQuiet(Duration.ofMillis(20), "the line is not complete yet");
    chatting.server().sends(end + "\nbob: two\n");
    chatting.person().receives("bob: " + begin + end).receives("bob: two");
    // However late a client reads: no read brings all of these, and one of them ends in a line.
    var lines = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      lines.add("bob: " + i + " " + trial.words().letters(700 + i));
    }
    chatting.server().sends(String.join("\n", lines) + "\n");
    chatting.person().receives(lines);
  }
}
