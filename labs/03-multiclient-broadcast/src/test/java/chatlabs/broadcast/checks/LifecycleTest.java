package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** LINE-6 to LINE-8: how the server starts, what it survives, and how it ends. */
class LifecycleTest {
  private static final int TRIES = 5;
  private static final int VISITS = 10; // of thirty connections each, at least
  private static final int MOST_VISITS = 20;
  private static final int AT_ONCE = 300; // lines in one write
  private static final int ENOUGH = 40; // notices between two of them

  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 8,
      hint = "Who goes through all users while others come and go? Is that collection made for it?")
  void people_come_and_go_while_somebody_speaks(Chat chat, Trial trial) {
    chat.enter(20);
    var bob = chat.enter();
    var alice = chat.enter();
    var speech = new Speech(trial, alice, MOST_VISITS * 2 * AT_ONCE, 6, 60);
    var hearing = new Speech.Hearing(bob, trial, List.of(speech));
    var named = new ArrayList<User>();
    // A quick server may be done with the lines before anybody comes or goes.
    for (int i = 0; i < VISITS || i < MOST_VISITS && hearing.interruptions() < ENOUGH; i++) {
      named.addAll(visit(chat, trial, speech));
      hearing.hearsAllBut(0);
    }
    named.forEach(visitor -> bob.hearsInAnyOrder(visitor.left()));
    named.forEach(visitor -> bob.heardOnce(visitor.left()));
  }

  /** Thirty connect, most enter, and all leave; the server has to pass lines on meanwhile. */
  private static List<User> visit(Chat chat, Trial trial, Speech speech) {
    var visitors = new ArrayList<User>();
    for (int i = 0; i < 30; i++) {
      visitors.add(chat.stranger(trial.words().word()));
    }
    visitors.subList(21, 30).forEach(User::resets);
    var named = visitors.subList(0, 21);
    speech.sends(AT_ONCE);
    named.forEach(visitor -> visitor.says(visitor.name()));
    named.forEach(visitor -> visitor.hears("WELCOME " + visitor.name()));
    speech.sends(AT_ONCE);
    for (int i = 0; i < named.size(); i++) {
      switch (i % 3) {
        case 0 -> named.get(i).sends("/half a comm").resets();
        case 1 -> named.get(i).says("/quit");
        default -> named.get(i).finishes();
      }
    }
    return named;
  }

  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 8,
      hint = "An exception of one session must not end the thread of another, nor the acceptor.")
  void a_client_that_vanishes_harms_nobody(Chat chat, Trial trial) {
    var bob = chat.enter();
    for (int i = 0; i < 10; i++) {
      chat.stranger("bad " + i).sends("half a na").resets();
      chat.enter().sends("half a li").resets();
    }
    var alice = chat.enter();
    chat.waitUntilOnline(alice, bob); // who speaks while others leave is another check's
    chat.fence(alice, bob);
    chat.fence(bob, alice);
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 9,
      hint = "Close the listening socket first: then nobody comes in while you close the others.")
  @NeedsClasses
  void close_disconnects_100_users(Chat chat) {
    var users = chat.enter(100);
    var stranger = chat.stranger("stranger").hears("NAME?");
    chat.server().close();
    users.forEach(User::hearsTheEnd);
    stranger.hearsTheEnd();
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 9,
      hint = "Which threads did you start, and what does each of them wait for?")
  @NeedsClasses
  void close_ends_every_thread(Chat chat, Trial trial) {
    chat.enter(5);
    chat.enter().says("/quit").hearsTheEnd();
    chat.stranger("stranger").hears("NAME?"); // whom nobody's leaving wakes
    chat.server().close();
    trial.noThreadLeft("close()", Duration.ofSeconds(2));
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 9,
      hint = "Is the listening socket closed? Was SO_REUSEADDR set before bind?")
  @NeedsClasses
  void close_frees_the_port_at_once(Trial trial) {
    var first = onSomePort(trial);
    var alice = new User(trial, trial.connect("alice", first.port()), "alice").takesName("alice");
    first.close();
    alice.hearsTheEnd();
    var second = trial.make(Server.class, first.port());
    new User(trial, trial.connect("bob", second.port()), "bob").takesName("bob");
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 9,
      hint = "The second close() finds everything closed already, and that is no error.")
  @NeedsClasses
  void close_may_be_called_again_and_from_any_thread(Chat chat, Trial trial) {
    chat.enter(3);
    var one = trial.later("close()", () -> close(chat.server()));
    var other = trial.later("close() at the same time", () -> close(chat.server()));
    one.value();
    other.value();
    chat.server().close();
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 4,
      hint = "Bind in the constructor, not in the thread that it starts.")
  @NeedsClasses
  void clients_can_connect_as_soon_as_the_constructor_has_returned(Trial trial) {
    var server = onSomePort(trial);
    new User(trial, trial.connect("you", server.port()), "you").hears("NAME?");
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 3,
      hint = "Let the BindException out as it is, and start no thread before you know the port.")
  @NeedsClasses
  void a_port_in_use_gives_a_BindException_and_leaves_no_thread(Chat chat, Trial trial)
      throws IOException {
    chat.stranger("you").hears("NAME?");
    int before = trial.strayThreads().size();
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      trial.remark("port " + port + " is taken");
      trial.thrownBy(
          "new BroadcastServer(" + port + ")",
          "java.net.BindException",
          () -> trial.make(Server.class, port));
      boolean ended =
          trial.eventually(Duration.ofSeconds(2), () -> trial.strayThreads().size() <= before);
      if (!ended) {
        throw trial.mismatch(
            Outcome.LEFT_BEHIND,
            "no more threads than before the constructor has thrown",
            "alive: " + String.join(", ", trial.strayThreads()));
      }
    }
  }

  /** The student's server on a free port; takes another one when somebody was quicker. */
  private static Server onSomePort(Trial trial) {
    for (int tries = 1; ; tries++) {
      try {
        return trial.make(Server.class, Ports.free());
      } catch (Failure.Threw taken) {
        if (tries == TRIES || !taken.thrown().isA("java.net.BindException")) {
          throw taken;
        }
      }
    }
  }

  private static boolean close(Server server) {
    server.close();
    return true;
  }
}
