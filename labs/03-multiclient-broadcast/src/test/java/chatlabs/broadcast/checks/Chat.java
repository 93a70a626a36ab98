package chatlabs.broadcast.checks;

import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A running BroadcastServer of the student's, and the people whom a check sends there. */
public final class Chat {
  private final Trial trial;
  private final Server server;

  Chat(Trial trial) {
    this.trial = trial;
    this.server = trial.make(Server.class, 0);
    if (trial.serverIsOld()) {
      waitUntilEmpty();
    }
  }

  /** The users of the check before have gone, and the server has to notice that first. */
  private void waitUntilEmpty() {
    var porter = enter();
    waitUntilOnline(porter);
    porter.says("/quit").hearsTheEnd();
  }

  /** Asks until only these are online, or for three seconds: who has gone may take that long. */
  public void waitUntilOnline(User... users) {
    var names = Arrays.stream(users).map(User::name).sorted().collect(Collectors.joining(", "));
    trial.eventually(
        Duration.ofSeconds(3),
        () -> users[0].says("/who").hearsAnything().equals("* online: " + names));
  }

  /** Somebody who has connected, and has no name yet; {@code lane} is how the diagram says. */
  public User stranger(String lane) {
    return new User(trial, trial.connect(lane, server.port()), lane);
  }

  /** A user of this name, whose WELCOME has come. */
  public User enter(String name) {
    return stranger(name).takesName(name);
  }

  /** A user of some name. */
  public User enter() {
    return enter(trial.words().word());
  }

  /** So many users, who connect at the same time. */
  public List<User> enter(int count) {
    var users = new ArrayList<User>();
    for (int i = 0; i < count; i++) {
      users.add(stranger(trial.words().word()));
    }
    users.forEach(user -> user.says(user.name()));
    users.forEach(user -> user.hears("WELCOME " + user.name()));
    return users;
  }

  /**
   * Shows that all that was sent to the listener before has arrived: the speaker says something
   * now, and it comes. What the server does on its own behalf, for somebody who left, gets time for
   * it by several rounds.
   */
  public void fence(User speaker, User listener) {
    for (int round = 0; round < 3; round++) {
      var marker = trial.words().word();
      speaker.says(marker);
      listener.hears(speaker.name() + ": " + marker);
    }
  }

  /** The server itself. */
  public Server server() {
    return server;
  }
}
