package chatlabs.rooms.hidden;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.rooms.checks.House;
import chatlabs.rooms.checks.Server;
import chatlabs.rooms.checks.Speech;
import chatlabs.rooms.checks.Told;
import chatlabs.rooms.checks.User;
import java.util.List;

/** Harder variants of what the public checks ask for. */
class HiddenRoomsTest {
  @Check(
      requirement = "ROOMS-1",
      points = 2,
      todo = 12,
      hint = "QUIT is for everybody.")
  void a_guest_can_quit(House house) {
    var bob = house.userIn("lobby");
    house.guest("you").asks("QUIT", "OK bye").hearsNothingButTheEnd();
    house.fence(house.userIn("lobby"), bob, "lobby");
    bob.neverHeard("that a guest has left", told -> told.text().equals("left"));
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 9,
      hint = "Are bob and Bob the same to your program? The protocol does not say so.")
  void upper_and_lower_case_make_two_names(House house) {
    var you = house.guest("you");
    you.asks("REGISTER bob bob's own", "OK registered");
    you.asks("REGISTER Bob Bob's own", "OK registered");
    you.asks("LOGIN bob Bob's own", "ERR bad-credentials");
    you.asks("LOGIN bob bob's own", "OK welcome bob");
    house.guest("Bob").asks("LOGIN Bob Bob's own", "OK welcome Bob");
  }

  @Check(
      requirement = "ROOMS-4",
      points = 2,
      todo = 9,
      hint = "What else than a file of accounts can a path lead to?")
  @NeedsClasses
  void a_folder_is_no_accounts_file(House house, Trial trial) {
    house.user("alice");
    house.server().close();
    var folder = house.file().path().getParent();
    trial.thrownBy(
        "new RoomsServer(0, a folder)",
        "java.io.IOException",
        () -> trial.make(Server.class, 0, folder));
  }

  @Check(
      requirement = "ROOMS-8",
      points = 2,
      todo = 12,
      hint = "Are commands and names compared as a whole?")
  void rooms_whose_names_begin_alike_are_two_rooms(House house) {
    var alice = house.userIn("lobby").asks("JOIN lob", "OK joined lob");
    var bob = house.userIn("lobby");
    var carol = house.userIn("lob");
    house.fence(alice, bob, "lobby");
    house.fence(alice, carol, "lob");
    house.fence(alice, bob, "lobby");
    bob.neverHeard("of room lob", told -> told.room().equals("lob"));
    carol.neverHeard("of room lobby", told -> told.room().equals("lobby"));
  }

  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 15,
      hint = "Everybody is told, and everybody is gone from the list, however many leave at once.")
  void twenty_leave_at_the_same_time(House house) {
    var bob = house.user("bob");
    bob.asks("JOIN red", "OK joined red").asks("JOIN blue", "OK joined blue");
    var users = house.users(20);
    users.forEach(user -> user.asks("JOIN red", "OK joined red"));
    users.forEach(user -> user.asks("JOIN blue", "OK joined blue"));
    house.fence(bob, users); // nothing more is on its way to them
    for (int i = 0; i < users.size(); i++) {
      switch (i / 7) {
        case 0 -> users.get(i).resets();
        case 1 -> users.get(i).finishes();
        default -> users.get(i).asks("QUIT");
      }
    }
    for (var room : List.of("red", "blue")) {
      users.forEach(user -> bob.hears(Told.left(room, user.name())));
      bob.asks("WHO " + room, "OK who bob");
    }
    house.fence(house.user(), bob);
    users.forEach(user -> bob.heardOnce(Told.left("red", user.name())));
  }

  @Check(
      requirement = "ROOMS-12",
      points = 2,
      todo = 12,
      hint = "Who sends the server many lines in one segment still sends them in this order.")
  void a_thousand_lines_in_one_segment_stay_in_order(House house, Trial trial) {
    var alice = house.userIn("lobby");
    var listeners = List.of(house.userIn("lobby"), house.userIn("lobby"));
    var speech = new Speech(trial, alice, "lobby", 1_000, 6, 20).sends(1_000);
    for (User listener : listeners) {
      Speech.heardBy(listener, trial, List.of(speech));
      Speech.demandTimeInOrder(listener, trial);
    }
    speech.isAnswered();
  }
}
