package chatlabs.echo.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;

class EchoServerTest {
  @Check(requirement = "ECHO-1", points = 3, todo = 5, hint = "Count the lines of each connection.")
  void acknowledges_each_line_with_its_number(Echo echo, Trial trial) {
    String first = trial.words().sentence();
    echo.client().says(first).receives("ACK 1 " + first).says("").receives("ACK 2 ");
  }

  @Check(requirement = "LINE-1", points = 3, todo = 5, hint = "Read until LF.")
  void joins_the_pieces_of_a_line(Echo echo) {
    var client = echo.client();
    client.sends("hel").staysQuiet(Duration.ofMillis(30), "the line is not complete");
    client.sends("lo\n").receives("ACK 1 hello");
  }

  @Check(requirement = "LINE-7", points = 3, todo = 8, hint = "Close the listener first.")
  void close_leaves_no_thread_and_no_port(Echo echo, Trial trial) {
    var client = echo.client();
    client.says("x").receives("ACK 1 x");
    echo.server().close();
    client.receivesEnd();
    if (!trial.eventually(Duration.ofSeconds(2), () -> trial.strayThreads().isEmpty())) {
      throw trial.mismatch(chatlabs.grader.wire.Outcome.LEFT_BEHIND, "no thread", trial.strayThreads().toString());
    }
  }

  @Check(requirement = "ECHO-9", points = 3, todo = 9, hint = "…")
  void client_throws_at_the_end(Trial trial) {
    var listener = trial.listen("server");
    var client = trial.make(Client.class, "localhost", listener.port());
    var server = listener.accept();
    var reply = trial.later("send(\"hi\")", () -> client.send("hi"));
    server.receives("hi").sends("ACK 1 h").finishes();
    reply.throwsA("java.io.EOFException");
  }
}
