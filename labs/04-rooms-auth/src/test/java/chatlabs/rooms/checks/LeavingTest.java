package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.List;
import java.util.function.Consumer;

/** ROOMS-9 and ROOMS-11: everybody hears once that a user has gone, however that was. */
class LeavingTest {
  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 14,
      hint = "Who leaves a room tells those who stay.")
  void the_others_hear_that_somebody_has_left_the_room(House house) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby");
    alice.asks("LEAVE lobby", "OK left lobby");
    bob.hears(Told.left("lobby", alice.name()));
    house.fence(alice, bob);
    bob.heardOnce(Told.left("lobby", alice.name()));
    bob.asks("WHO lobby", "OK who " + bob.name());
  }

  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 15,
      hint = "Leave all rooms at one place in your program, through which every session ends.")
  void the_others_hear_once_that_somebody_has_quit(House house) {
    leaves(house, user -> user.asks("QUIT", "OK bye").hearsNothingButTheEnd());
  }

  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 15,
      hint = "The end of the stream is a goodbye, too.")
  void the_others_hear_once_that_a_connection_has_ended(House house) {
    leaves(house, user -> user.finishes().hearsTheEnd());
  }

  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 15,
      hint = "A reset arrives as an IOException: what is still done after it?")
  void the_others_hear_once_that_a_connection_was_reset(House house) {
    leaves(house, User::resets);
  }

  /** In each of the user's rooms, and nowhere else. */
  private static void leaves(House house, Consumer<User> way) {
    var rooms = List.of("red", "green", "blue");
    var others = rooms.stream().map(house::userIn).toList();
    var stranger = house.userIn("white");
    var alice = house.user();
    rooms.forEach(room -> alice.asks("JOIN " + room, "OK joined " + room));
    way.accept(alice);
    for (int i = 0; i < rooms.size(); i++) {
      others.get(i).hears(Told.left(rooms.get(i), alice.name()));
    }
    for (int i = 0; i < rooms.size(); i++) {
      house.fence(stranger, others.get(i));
      others.get(i).heardOnce(Told.left(rooms.get(i), alice.name()));
      others.get(i).asks("WHO " + rooms.get(i), "OK who " + others.get(i).name());
    }
    house.fence(others.getFirst(), stranger);
    stranger.neverHeard("that somebody left another room", told -> told.kind().equals("NOTE"));
  }

  @Check(
      requirement = "ROOMS-11",
      points = 2,
      todo = 15,
      hint = "Does the last one out take the room along in this case, too?")
  void a_room_is_gone_when_the_last_one_in_it_vanishes(House house) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby").asks("JOIN attic", "OK joined attic");
    alice.resets();
    bob.hears(Told.left("lobby", alice.name()));
    house.comesBack(alice.name()).asks("ROOMS", "OK rooms lobby");
  }

  @Check(
      requirement = "ROOMS-9",
      points = 2,
      todo = 15,
      hint = "Who has left must not be found any more.")
  void who_has_just_left_cannot_be_told_anything(House house, Trial trial) {
    var alice = house.user();
    var bob = house.user();
    bob.asks("QUIT", "OK bye").hearsNothingButTheEnd();
    alice.eventuallyAsks("TELL " + bob.name() + " hi", "ERR no-such-user");
  }
}
