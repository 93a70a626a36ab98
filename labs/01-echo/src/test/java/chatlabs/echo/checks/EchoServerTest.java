package chatlabs.echo.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;

/** ECHO-1 to ECHO-6: how the server answers. */
class EchoServerTest {
  @Check(
      requirement = "ECHO-1",
      points = 2,
      todo = 5,
      hint = "Is the number 1 for the first line of a connection, and one more for each line?")
  void acknowledges_each_line_with_its_number(Echo echo, Trial trial) {
    var first = trial.words().word();
    var second = trial.words().sentence();
    var third = trial.words().word();
    var you = echo.guest();
    you.says(first).receives("ACK 1 " + first);
    you.says(second).receives("ACK 2 " + second);
    you.says(third).receives("ACK 3 " + third);
  }

  @Check(
      requirement = "ECHO-1",
      points = 2,
      todo = 5,
      hint = "Two LFs in a row: what does your reader return for the line between them?")
  void an_empty_line_is_a_line_too(Echo echo, Trial trial) {
    var word = trial.words().word();
    echo.guest().says("").receivesAck("").says(word).receivesAck(word);
  }

  @Check(
      requirement = "ECHO-1",
      points = 2,
      todo = 5,
      hint = "Only the line end is taken off. Spaces and tabs belong to the text.")
  void the_text_comes_back_unchanged(Echo echo, Trial trial) {
    var word = trial.words().word();
    var text = "  \t" + word + "  \"" + word.toUpperCase() + "\" \\n %s";
    echo.guest().says(text).receivesAck(text);
  }

  @Check(
      requirement = "ECHO-2",
      points = 2,
      todo = 5,
      hint = "One read can bring several lines. Keep one reader for the whole connection.")
  void answers_lines_that_come_together_one_by_one_in_order(Echo echo, Trial trial) {
    var words = trial.words();
    var a = words.word();
    var b = words.word();
    var c = words.word();
    var you = echo.guest();
    you.sends(a + "\n" + b + "\n" + c + "\n");
    you.receivesAck(a).receivesAck(b).receivesAck(c);
  }

  @Check(
      requirement = "ECHO-3",
      points = 2,
      todo = 5,
      hint = "A line is complete when its LF has come, not when nothing more is there to be read.")
  void waits_until_a_line_is_complete(Echo echo, Trial trial) {
    var begin = trial.words().word();
    var end = trial.words().word();
    var you = echo.guest();
    you.sends(begin).staysQuiet(Duration.ofMillis(30), "the line is not complete yet");
    you.sends(end + "\n").receivesAck(begin + end);
  }

  @Check(
      requirement = "ECHO-4",
      points = 2,
      todo = 7,
      hint = "Say BYE first. How does the client learn that nothing more will come?")
  void exit_is_answered_with_BYE_and_ends_the_connection(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.says(word).receivesAck(word);
    you.says("exit").receives("BYE").receivesEnd();
  }

  @Check(
      requirement = "ECHO-4",
      points = 2,
      todo = 7,
      hint =
          "The line ends at its LF, also when more comes with it. close() with unread bytes in the"
              + " socket resets the connection: shut the output down first, and read on.")
  void exit_is_obeyed_also_when_more_was_sent_after_it(Echo echo, Trial trial) {
    var more = trial.words().letters(200_000) + "\n";
    var you = echo.guest();
    you.sends("exit\n" + more).receives("BYE").receivesEndOfStream();
  }

  @Check(
      requirement = "ECHO-4",
      points = 2,
      todo = 5,
      hint = "Only a line that is exactly exit ends the conversation.")
  void other_lines_with_exit_in_them_are_ordinary(Echo echo) {
    var you = echo.guest();
    you.says("EXIT").receivesAck("EXIT");
    you.says("exit now").receivesAck("exit now");
    you.says("no exit").receivesAck("no exit");
  }

  @Check(
      requirement = "ECHO-5",
      points = 2,
      todo = 5,
      hint = "After a client has left, the server must accept the next one.")
  void a_waiting_client_is_served_when_the_one_before_has_left(Echo echo, Trial trial) {
    var word = trial.words().word();
    var first = echo.guestInConversation("first");
    var second = echo.guest("second").says(word);
    first.leaves();
    second.receivesAck(word);
  }

  @Check(
      requirement = "ECHO-5",
      points = 2,
      todo = 5,
      hint = "Where does your counter live: in the server, or in the conversation?")
  void the_count_starts_again_for_each_client(Echo echo, Trial trial) {
    var word = trial.words().word();
    var first = echo.guestInConversation("first");
    var second = echo.guest("second").says(word);
    first.leaves();
    second.receives("ACK " + first.number() + " " + word);
  }

  @Check(
      requirement = "ECHO-6",
      points = 2,
      todo = 6,
      hint = "Count a line when you acknowledge it, not when you read it.")
  void a_refused_line_does_not_count(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guestInConversation("you");
    you.says(trial.words().letters(1_100)).receivesRefusal();
    you.says(word).receives("ACK " + (you.number() + 1) + " " + word);
  }
}
