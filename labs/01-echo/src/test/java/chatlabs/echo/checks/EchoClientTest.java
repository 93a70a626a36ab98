package chatlabs.echo.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.time.Duration;

/** ECHO-7 to ECHO-9: the client, in front of a server that does what the check wants. */
@NeedsClasses
class EchoClientTest {
  @Check(
      requirement = "ECHO-7",
      points = 2,
      todo = 9,
      hint = "Write the line and its LF, flush, and read one line.")
  void a_line_goes_out_and_its_reply_comes_back(Connection connection, Trial trial) {
    var line = trial.words().sentence();
    var reply = connection.send(line);
    connection.server().receives(line).says("ACK 1 " + line);
    reply.returns("ACK 1 " + line);
  }

  @Check(
      requirement = "ECHO-7",
      points = 2,
      todo = 9,
      hint = "A reply is complete when its LF has come. One read may bring less than that.")
  void joins_the_pieces_of_a_reply(Connection connection, Trial trial) {
    var word = trial.words().word();
    var server = connection.server();
    var reply = connection.send(word);
    server.receives(word).sends("AC");
    server.isRead().staysQuiet(Duration.ofMillis(20), "the client is to read the first piece alone");
    server.sends("K 1 " + word + "\n");
    reply.returns("ACK 1 " + word);
  }

  @Check(
      requirement = "ECHO-7",
      points = 2,
      todo = 9,
      hint = "One read may bring more than one reply. Keep one reader for the whole connection.")
  void keeps_what_came_after_a_reply_for_the_next_call(Connection connection, Trial trial) {
    var words = trial.words();
    var first = words.word();
    var second = words.word();
    var server = connection.server();
    var reply = connection.send(first);
    server.receives(first).sends("ACK 1 " + first + "\nACK 2 " + second + "\n");
    reply.returns("ACK 1 " + first);
    var next = connection.send(second);
    server.receives(second).says("ACK 3 too late");
    next.returns("ACK 2 " + second);
  }

  @Check(
      requirement = "ECHO-8",
      points = 2,
      todo = 9,
      hint = "Look at the text before you write any of it.")
  void refuses_a_text_with_LF_in_it_and_sends_nothing_of_it(Connection connection, Trial trial) {
    var words = trial.words();
    var ordinary = words.word();
    connection.server().says("ACK 1 so that no call waits for ever");
    connection
        .send(words.word() + "\n" + words.word())
        .throwsA("java.lang.IllegalArgumentException");
    connection.send(ordinary);
    connection.server().receives(ordinary);
  }

  @Check(
      requirement = "ECHO-9",
      points = 2,
      todo = 9,
      hint = "The end of the stream is not a reply. Your reader tells you; pass it on.")
  void throws_EOFException_when_the_server_leaves_without_a_reply(
      Connection connection, Trial trial) {
    var word = trial.words().word();
    var reply = connection.send(word);
    connection.server().receives(word).finishes();
    reply.throwsA("java.io.EOFException");
  }

  @Check(
      requirement = "ECHO-9",
      points = 2,
      todo = 9,
      hint = "A last piece without LF was cut off: can the caller trust it?")
  void throws_EOFException_when_the_reply_is_cut(Connection connection, Trial trial) {
    var word = trial.words().word();
    var reply = connection.send(word);
    connection.server().receives(word).sends("ACK 1 " + word.substring(0, 2)).finishes();
    reply.throwsA("java.io.EOFException");
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 9,
      hint = "Name the charset wherever bytes become text, and wherever text becomes bytes.")
  void the_client_writes_and_reads_UTF_8(Connection connection, Trial trial) {
    var line = trial.words().word() + " Grüße, żółw, 你好, 👋";
    var reply = connection.send(line);
    connection.server().receives(line).says("ACK 1 " + line);
    reply.returns("ACK 1 " + line);
  }
}
