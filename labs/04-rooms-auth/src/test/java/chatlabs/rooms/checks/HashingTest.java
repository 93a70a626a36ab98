package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.ArrayList;

/** ROOMS-5: hashing takes long, on purpose, and nobody else has to wait for it. */
@NeedsClasses
class HashingTest {
  @Check(
      requirement = "ROOMS-5",
      points = 4,
      todo = 15,
      hint = "Which lock do you hold while you hash, and which thread hashes?")
  void hashing_does_not_hold_up_the_messages_of_others(House house, Trial trial) {
    house.fence(house.userIn("lobby"), house.userIn("lobby"), "lobby"); // nothing of it is a TODO
    house.registered("alice");
    house.registered("bob");
    house.server().close();
    var server = trial.launch(Hashing.ENDLESS, Server.class, 0, house.file().path());
    var alice = inLobby("alice", house, server.port());
    var bob = inLobby("bob", house, server.port());
    var busy = new ArrayList<User>();
    for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
      var request = "REGISTER busy" + i + " long enough";
      busy.add(house.guest("busy " + i, server.port()).asks(request));
    }
    house.guest("nobody", server.port()).asks("LOGIN nobody long enough");
    Hashing.demand(server, busy, trial);
    trial.remark("hashing has begun, and will not end; meanwhile the others go on");
    for (int i = 0; i < 5; i++) {
      house.fence(alice, bob, "lobby");
      house.fence(bob, alice, "lobby");
    }
    busy.forEach(user -> user.isStillWaiting(Duration.ZERO));
    server.kill();
  }

  private static User inLobby(String name, House house, int port) {
    return house.login(house.guest(name, port)).asks("JOIN lobby", "OK joined lobby");
  }
}
