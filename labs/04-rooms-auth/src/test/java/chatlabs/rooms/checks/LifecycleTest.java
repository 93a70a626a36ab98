package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** LINE-6 to LINE-8: how the server starts, what it survives, and how it ends. */
class LifecycleTest {
  private static final int TRIES = 5;
  private static final int TIMES = 5; // that a visitor comes and goes in the first visit
  private static final int AT_ONCE = 100; // lines
  private static final int VISITS = 5; // at least
  private static final int MOST_VISITS = 10;
  private static final int ENOUGH = 40; // overlaps

  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 13,
      hint = "Who goes through all users while others come and go? Is that collection made for it?")
  void people_come_and_go_while_somebody_speaks(House house, Trial trial) {
    var bob = house.userIn("lobby");
    var speech = new Speech(trial, house.userIn("lobby"), "lobby", MOST_VISITS * AT_ONCE, 6, 60);
    house.usersIn("lobby", 20); // the more there are, the longer it takes to go through them
    var visitors = house.users(10);
    Overlap.provoke(
        VISITS,
        MOST_VISITS,
        ENOUGH,
        length -> {
          int before = bob.told().size();
          speech.sends(AT_ONCE);
          visitors.forEach(visitor -> comesAndGoes(visitor, length * TIMES));
          Speech.heardBy(bob, trial, List.of(speech));
          speech.isAnswered();
          visitors.forEach(visitor -> cameAndWent(visitor, length * TIMES));
          return bob.toldSince(before);
        });
    bob.asks("WHO lobby").answer();
  }

  @Check(
      requirement = "LINE-6",
      points = 2,
      todo = 15,
      hint = "An exception of one session must not end the thread of another, nor the acceptor.")
  void a_client_that_vanishes_harms_nobody(House house) {
    var bob = house.userIn("lobby");
    for (int i = 0; i < 10; i++) {
      house.guest("bad " + i).sends("REGISTER half", 0).resets();
      house.userIn("lobby").sends("SAY lobby half a li", 0).resets();
    }
    var alice = house.userIn("lobby");
    house.fence(alice, bob, "lobby");
    house.fence(bob, alice, "lobby");
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 15,
      hint = "Close the listening socket first: then nobody comes in while you close the others.")
  @NeedsClasses
  void close_disconnects_everybody(House house) {
    var users = new ArrayList<>(house.users(20));
    users.add(house.guest("guest").asks("ROOMS", "ERR login-first"));
    house.server().close();
    users.forEach(User::hearsTheEnd);
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 15,
      hint = "Which threads did you start, and what does each of them wait for?")
  @NeedsClasses
  void close_ends_every_thread(House house, Trial trial) {
    house.usersIn("lobby", 5);
    house.user().asks("QUIT", "OK bye").hearsNothingButTheEnd();
    house.user(); // in no room: nobody's leaving wakes it
    house.server().close();
    trial.noThreadLeft("close()", Duration.ofSeconds(2));
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 9,
      hint = "Is the listening socket closed? Was SO_REUSEADDR set before bind?")
  @NeedsClasses
  void close_frees_the_port_at_once(House house, Trial trial) {
    house.server().close();
    var path = trial.file("other").path();
    var first = onSomePort(trial, path);
    house.guest("you", first.port()).asks("REGISTER you long enough", "OK registered");
    first.close();
    var second = trial.make(Server.class, first.port(), path);
    var you = house.guest("you", second.port());
    you.asks("LOGIN you long enough", "OK welcome you");
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 15,
      hint = "The second close() finds everything closed already, and that is no error.")
  @NeedsClasses
  void close_may_be_called_again_and_from_any_thread(House house, Trial trial) {
    house.users(3);
    var one = trial.later("close()", () -> close(house.server()));
    var other = trial.later("close() at the same time", () -> close(house.server()));
    one.value();
    other.value();
    house.server().close();
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 2,
      hint = "Bind in the constructor, not in the thread that it starts.")
  @NeedsClasses
  void clients_can_connect_as_soon_as_the_constructor_has_returned(House house, Trial trial) {
    var server = onSomePort(trial, trial.file("other").path());
    house.guest("you", server.port()).asks("ROOMS", "ERR login-first");
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 2,
      hint = "Let the BindException out as it is, and start no thread before you know the port.")
  @NeedsClasses
  void a_port_in_use_gives_a_BindException_and_leaves_no_thread(House house, Trial trial)
      throws IOException {
    house.guest("you").asks("ROOMS", "ERR login-first");
    int before = trial.strayThreads().size();
    try (var taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      trial.remark("port " + port + " is taken");
      trial.thrownBy(
          "new RoomsServer(" + port + ", …)",
          "java.net.BindException",
          () -> trial.make(Server.class, port, trial.file("other").path()));
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

  private static void comesAndGoes(User visitor, int times) {
    visitor.sends("JOIN lobby\nLEAVE lobby\n".repeat(times), 2 * times);
  }

  private static void cameAndWent(User visitor, int times) {
    for (int i = 0; i < times; i++) {
      visitor.isAnswered("OK joined lobby").isAnswered("OK left lobby");
    }
  }

  /** The student's server on a free port; takes another one when somebody was quicker. */
  private static Server onSomePort(Trial trial, Path accounts) {
    for (int tries = 1; ; tries++) {
      try {
        return trial.make(Server.class, Ports.free(), accounts);
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
