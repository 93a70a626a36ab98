package chatlabs.rooms.checks;

import chatlabs.grader.check.ProgramFile;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A running RoomsServer of the student's with a file of its own, and the people whom a check sends
 * there. Passwords are hashed with few iterations, where a check is not about that.
 */
public final class House {
  /** The system property that sets the cost of hashing. */
  public static final String ITERATIONS = "chatlabs.pbkdf2.iterations";

  private static final String FEW = "100";

  /** Each account is forced to the disk, one after the other: nobody is to wait for many. */
  private static final int TOGETHER = 5;

  private final Trial trial;
  private final ProgramFile file;
  private final Server server;

  House(Trial trial) {
    this.trial = trial;
    trial.property(ITERATIONS, FEW);
    this.file = trial.file("accounts");
    this.server = trial.make(Server.class, 0, file.path());
  }

  /** The accounts file. */
  public ProgramFile file() {
    return file;
  }

  /** The server itself. */
  public Server server() {
    return server;
  }

  /** The password that users of checks have who need none of their own. */
  public static String passwordOf(String name) {
    return name + "'s-own-secret";
  }

  /** Somebody who has connected; {@code name} is how the diagram calls this end. */
  public User guest(String name) {
    return guest(name, server.port());
  }

  /** Somebody who has connected to another server. */
  public User guest(String name, int port) {
    return new User(trial, trial.connect(name, port), name);
  }

  /** Somebody with an account, who has not logged in. */
  public User registered(String name) {
    return guest(name).asks("REGISTER " + name + " " + passwordOf(name), "OK registered");
  }

  /** Somebody who has logged in with a new account. */
  public User user(String name) {
    return login(registered(name));
  }

  /** Somebody of some name who has logged in. */
  public User user() {
    return user(trial.words().word());
  }

  /** Somebody who has logged in, and joined this room. */
  public User userIn(String room) {
    return user().asks("JOIN " + room, "OK joined " + room);
  }

  /** So many people who have logged in, and joined this room, one after the other. */
  public List<User> usersIn(String room, int count) {
    var users = users(count);
    users.forEach(user -> user.asks("JOIN " + room, "OK joined " + room));
    return users;
  }

  /** So many people who have logged in; they come some at a time. */
  public List<User> users(int count) {
    var users = new ArrayList<User>();
    while (users.size() < count) {
      users.addAll(usersTogether(Math.min(TOGETHER, count - users.size())));
    }
    return users;
  }

  private List<User> usersTogether(int count) {
    var users = new ArrayList<User>();
    for (int i = 0; i < count; i++) {
      users.add(guest(trial.words().word()));
    }
    for (var user : users) {
      String words = " " + user.name() + " " + passwordOf(user.name());
      user.asksAtOnce(List.of("REGISTER" + words, "LOGIN" + words));
    }
    for (var user : users) {
      user.isAnswered("OK registered").isAnswered("OK welcome " + user.name());
    }
    return users;
  }

  /** Logs in with the password that such a user has. */
  public User login(User user) {
    String name = user.name();
    return user.asks("LOGIN " + name + " " + passwordOf(name), "OK welcome " + name);
  }

  /** Logs in again, as soon as the server has noticed that the last connection has gone. */
  public User comesBack(String name) {
    var back = new AtomicReference<User>();
    trial.eventually(
        Duration.ofSeconds(3),
        () -> {
          var user = guest(name).asks("LOGIN " + name + " " + passwordOf(name));
          back.set(user);
          return user.firstAnswer().equals("OK welcome " + name);
        });
    return back.get().isAnswered("OK welcome " + name);
  }

  /**
   * Shows that all that was sent to the listener before has arrived: the speaker tells it something
   * now, and it comes. What the server does on its own behalf, for somebody who left, gets time for
   * it by several rounds.
   */
  public void fence(User speaker, User listener) {
    fence(speaker, List.of(listener));
  }

  /** The same for many listeners at once. */
  public void fence(User speaker, List<User> listeners) {
    for (int round = 0; round < 3; round++) {
      var marker = trial.words().word();
      speaker.asksAtOnce(
          listeners.stream().map(each -> "TELL " + each.name() + " " + marker).toList());
      listeners.forEach(each -> speaker.isAnswered("OK sent"));
      listeners.forEach(each -> each.hears(Told.privately(speaker.name(), marker)));
    }
  }

  /** The same by what is said in a room that both are in. */
  public void fence(User speaker, User listener, String room) {
    for (int round = 0; round < 3; round++) {
      var marker = trial.words().word();
      speaker.asks("SAY " + room + " " + marker, "OK sent");
      listener.hears(Told.message(room, speaker.name(), marker));
    }
  }
}
