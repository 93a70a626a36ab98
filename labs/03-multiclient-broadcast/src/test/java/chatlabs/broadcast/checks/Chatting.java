package chatlabs.broadcast.checks;

import chatlabs.grader.check.Later;
import chatlabs.grader.check.Terminal;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Peer;

/** The student's ChatClient between a person and a server, both of which the check plays. */
public final class Chatting {
  private final Trial trial;
  private final Peer server;
  private final Peer person;
  private final Later<Boolean> run;

  Chatting(Trial trial) {
    this.trial = trial;
    var listener = trial.listen("server");
    var client = trial.make(Client.class, "localhost", listener.port(), "alice");
    server = listener.accept();
    Terminal terminal = trial.terminal("person");
    person = terminal.person();
    run = trial.later("run(in, out)", () -> run(client, terminal));
  }

  private static boolean run(Client client, Terminal terminal) {
    client.run(terminal.reader(), terminal.writer());
    return true;
  }

  /** The check's end of the connection. */
  public Peer server() {
    return server;
  }

  /** Who sits in front of the client: says what is typed, receives what is shown. */
  public Peer person() {
    return person;
  }

  /** The server has asked for the name, and has welcomed it. */
  public Chatting welcomed() {
    server.says("NAME?").receives("alice").says("WELCOME alice").says("* online: alice");
    person.receivesUntil("* online: alice");
    return this;
  }

  /**
   * The session ends after {@code /quit}. Others say something until BYE: each line is shown before
   * the next one is sent, so that a client that does not wait for BYE has left by then.
   */
  public void endsWithBye() {
    for (int i = 0; i < 2; i++) {
      var line = "bob: " + trial.words().word();
      server.says(line);
      person.receivesUntil(line);
    }
    server.says("BYE").finishes();
    person.receivesUntil("BYE");
    returns();
  }

  /** Demands that {@code run} returns. */
  public void returns() {
    run.value();
  }
}
