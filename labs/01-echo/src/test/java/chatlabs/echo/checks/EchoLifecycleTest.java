package chatlabs.echo.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

/** LINE-6 to LINE-8: how the server starts, what it survives, and how it ends. */
class EchoLifecycleTest {
  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 5,
      hint = "A reset arrives as an IOException. Whose conversation does it have to end?")
  void a_client_that_resets_its_connection_harms_nobody(Echo echo, Trial trial) {
    var word = trial.words().word();
    var bad = echo.guestInConversation("bad");
    var good = echo.guest("good").says(word);
    bad.sends("half a li").resets();
    good.receivesAck(word);
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 8,
      hint = "Closing the listening socket leaves the accepted ones as they are.")
  @NeedsClasses
  void close_disconnects_the_client_that_is_served(Echo echo) {
    var you = echo.guestInConversation("you");
    echo.close();
    you.receivesEnd();
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 8,
      hint = "Which threads did you start, and what does each of them wait for?")
  @NeedsClasses
  void close_ends_every_thread(Echo echo, Trial trial) {
    echo.guestInConversation("you");
    echo.close();
    trial.noThreadLeft("close()", Duration.ofSeconds(2));
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 8,
      hint = "Is the listening socket closed? Was SO_REUSEADDR set before bind?")
  @NeedsClasses
  void close_frees_the_port_at_once(Trial trial) {
    var first = Port.serverOnAnyOf(trial);
    int port = first.port();
    new Guest(trial.connect("you", port)).says("hello").receivesAck("hello");
    trial.remark("calls close()");
    first.close();
    trial.remark("calls new EchoServer(" + port + ")");
    trial.make(Server.class, port);
    var next = new Guest(trial.connect("next", port));
    next.says("hello again").receivesAck("hello again");
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 8,
      hint = "The second close() finds everything closed already, and that is no error.")
  @NeedsClasses
  void close_may_be_called_again_and_from_any_thread(Echo echo, Trial trial) {
    echo.guestInConversation("you");
    var one = trial.later("close()", () -> closed(echo));
    var other = trial.later("close() by another thread", () -> closed(echo));
    one.value();
    other.value();
    echo.close();
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 5,
      hint = "Bind in the constructor, not in the thread that it starts.")
  @NeedsClasses
  void clients_can_connect_as_soon_as_the_constructor_has_returned(Trial trial) {
    var word = trial.words().word();
    var server = Port.serverOnAnyOf(trial);
    new Guest(trial.connect("you", server.port())).says(word).receivesAck(word);
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 1,
      hint = "Let the BindException of bind() out of the constructor as it is.")
  @NeedsClasses
  void a_port_in_use_gives_a_BindException(Trial trial) throws IOException {
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      trial.remark("calls new EchoServer(" + port + "), a port that somebody has");
      trial.thrownBy(
          "new EchoServer(" + port + ")",
          "java.net.BindException",
          () -> trial.make(Server.class, port));
    }
  }

  private static boolean closed(Echo echo) {
    echo.close();
    return true;
  }
}
