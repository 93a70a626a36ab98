package chatlabs.echo.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Peer;

/** A running EchoServer, and clients of the check's own that connect to it. */
final class Echo {
  private final Trial trial;
  private final Server server;

  Echo(Trial trial) {
    this.trial = trial;
    this.server = trial.make(Server.class, 0);
  }

  Peer client() {
    return client("you");
  }

  Peer client(String name) {
    return trial.connect(name, server.port());
  }

  Server server() {
    return server;
  }
}
