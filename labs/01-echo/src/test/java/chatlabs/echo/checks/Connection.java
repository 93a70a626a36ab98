package chatlabs.echo.checks;

import chatlabs.grader.check.Later;
import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Peer;

/** The student's EchoClient, connected to a server that says what the check wants it to say. */
public final class Connection {
  private final Trial trial;
  private final Client client;
  private final Peer server;

  Connection(Trial trial) {
    this.trial = trial;
    var listener = trial.listen("server");
    this.client = trial.make(Client.class, "localhost", listener.port());
    this.server = listener.accept();
  }

  /** Calls {@code send}, which comes back when the server has replied. */
  public Later<String> send(String line) {
    return trial.later("send(\"" + Visible.text(line) + "\")", () -> client.send(line));
  }

  /** The check's end of the connection. */
  public Peer server() {
    return server;
  }
}
