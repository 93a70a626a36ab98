package chatlabs.echo.hidden;

import chatlabs.echo.checks.Connection;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;

/** Harder variants of what the public checks of the client ask for. */
@NeedsClasses
class HiddenClientTest {
  @Check(
      requirement = "ECHO-7",
      points = 2,
      todo = 9,
      hint = "What has send() to do with a reply: to understand it, or to return it?")
  void returns_an_ERR_as_it_returns_any_reply(Connection connection, Trial trial) {
    var line = trial.words().word();
    var reply = connection.send(line);
    connection.server().receives(line).says("ERR too-long");
    reply.returns("ERR too-long");
  }

  @Check(
      requirement = "ECHO-8",
      points = 2,
      todo = 9,
      hint = "There are two characters that can end a line.")
  void refuses_a_text_with_CR_in_it_and_sends_nothing_of_it(Connection connection, Trial trial) {
    var word = trial.words().word();
    var ordinary = trial.words().word();
    connection.server().says("ACK 1 so that no call waits for ever");
    connection.send(word + "\r").throwsA("java.lang.IllegalArgumentException");
    connection.send(ordinary);
    connection.server().receives(ordinary);
  }

  @Check(
      requirement = "ECHO-9",
      points = 2,
      todo = 9,
      hint = "A connection can end in two ways, and they reach your program differently.")
  void throws_EOFException_when_the_connection_is_reset(Connection connection, Trial trial) {
    var word = trial.words().word();
    var reply = connection.send(word);
    connection.server().receives(word).resets();
    reply.throwsA("java.io.EOFException");
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 9,
      hint = "What is a line end, by LINE-1?")
  void a_CR_before_the_LF_is_not_part_of_the_reply(Connection connection, Trial trial) {
    var word = trial.words().word();
    var reply = connection.send(word);
    connection.server().receives(word).sends("ACK 1 " + word + "\r\n");
    reply.returns("ACK 1 " + word);
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 9,
      hint = "The limit is one for lines of clients. What is the longest ACK?")
  void a_reply_may_be_longer_than_1024_bytes(Connection connection, Trial trial) {
    var longest = trial.words().letters(1_024);
    var reply = connection.send(longest);
    connection.server().receives(longest).says("ACK 1 " + longest);
    reply.returns("ACK 1 " + longest);
  }
}
