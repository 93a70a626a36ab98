package chatlabs.echo.checks;

import chatlabs.grader.check.Trial;

/** A running EchoServer of the student's, to which guests can come. */
public final class Echo {
  private final Trial trial;
  private final Server server;

  Echo(Trial trial) {
    this.trial = trial;
    this.server = trial.make(Server.class, 0);
  }

  /** A guest with a connection of its own; whether it is served already is another matter. */
  public Guest guest(String name) {
    return new Guest(trial.connect(name, server.port()));
  }

  /** The guest of a check that has one only. */
  public Guest guest() {
    return guest("you");
  }

  /** A guest who is being served: one line has been answered already. */
  public Guest guestInConversation(String name) {
    var greeting = trial.words().word();
    return guest(name).says(greeting).receivesAck(greeting);
  }

  /** Closes the server, and waits until that is done. */
  public void close() {
    trial.remark("calls close()");
    server.close();
    trial.remark("close() has returned");
  }
}
