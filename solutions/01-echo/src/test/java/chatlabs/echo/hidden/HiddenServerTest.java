package chatlabs.echo.hidden;


import chatlabs.echo.checks.Echo;
import chatlabs.echo.checks.Server;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

/** Harder variants of what the public checks of the server ask for. */
class HiddenServerTest {
  @Check(
      requirement = "ECHO-4",
      points = 2,
      todo = 5,
      hint = "Which lines are exactly exit, and which ones only look like it?")
  void exit_with_a_space_before_it_is_ordinary(Echo echo) {
    var you = echo.guest();
    you.says(" exit").receivesAnyAck();
    you.says("\texit").receivesAnyAck();
  }

  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 5,
      hint = "Reading is not the only thing that fails when a client has vanished.")
  void a_client_that_vanishes_while_it_waits_harms_nobody(Echo echo, Trial trial) {
    var word = trial.words().word();
    var first = echo.guestInConversation("first");
    echo.guest("bad").sends("nobody waits for the answer\n".repeat(100)).resets();
    first.says(word).receivesAck(word); // meanwhile the reset has arrived
    var good = echo.guest("good").says(word);
    first.leaves();
    good.receivesAck(word);
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 8,
      hint = "Who is connected when close() is called? The client that is served, and others.")
  @NeedsClasses
  void close_disconnects_a_client_that_waits(Echo echo) {
    var first = echo.guestInConversation("first");
    var waiting = echo.guest("waiting");
    echo.close();
    waiting.receivesEnd();
    first.receivesEnd();
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 1,
      hint = "When the constructor throws, nobody has an object on which to call close().")
  @NeedsClasses
  void a_port_in_use_leaves_no_thread_behind(Trial trial) throws IOException {
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      trial.remark("calls new EchoServer(" + port + "), a port that somebody has");
      trial.thrownBy(
          "new EchoServer(" + port + ")",
          "java.lang.Exception",
          () -> trial.make(Server.class, port));
      trial.noThreadLeft("the constructor has thrown", Duration.ofSeconds(2));
    }
  }
}
