package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.List;

/** ROOMS-7: rooms come and go with their members. */
class RoomsTest {
  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 12,
      hint = "Tell the others, and not the newcomer, at one place in your program.")
  void the_others_in_the_room_hear_once_that_somebody_has_joined(House house) {
    var bob = house.userIn("lobby");
    var carol = house.userIn("lobby");
    var alice = house.userIn("lobby");
    bob.hears(Told.joined("lobby", alice.name()));
    for (var listener : List.of(bob, carol)) {
      house.fence(alice, listener, "lobby");
      listener.heardOnce(Told.joined("lobby", alice.name()));
    }
    house.fence(bob, alice, "lobby");
    alice.neverHeard("that it has joined itself", told -> told.kind().equals("NOTE"));
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 12,
      hint = "A user has not one room, but a set of rooms; and a room a set of users.")
  void a_user_may_be_in_several_rooms(House house) {
    var alice = house.userIn("red").asks("JOIN green", "OK joined green");
    alice.asks("JOIN blue", "OK joined blue");
    for (var room : List.of("red", "green", "blue")) {
      var other = house.userIn(room);
      house.fence(other, alice, room);
      house.fence(alice, other, room);
    }
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 10,
      hint = "1 to 16 characters: small letters and digits of ASCII, and the hyphen.")
  void bad_rooms_are_refused_and_good_ones_made(House house) {
    var alice = house.user();
    for (var room : List.of("Lobby", "a_b", "café", "abcdefghijklmnopq", "#lobby")) {
      alice.asks("JOIN " + room, "ERR bad-room");
    }
    alice.asks("JOIN a-z0123456789abc", "OK joined a-z0123456789abc");
    alice.asks("JOIN -", "OK joined -");
    alice.asks("ROOMS", "OK rooms - a-z0123456789abc");
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 14,
      hint = "Does a set tell you whether the element was in it before?")
  void nobody_joins_a_room_twice(House house) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby");
    bob.hears(Told.joined("lobby", alice.name()));
    alice.asks("JOIN lobby", "ERR already-in-room");
    house.userIn("lobby");
    house.fence(alice, bob);
    bob.heardOnce(Told.joined("lobby", alice.name()));
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 10,
      hint = "A TreeMap keeps its keys sorted.")
  void lists_are_sorted(House house) {
    var zoe = house.user("zoe").asks("JOIN m", "OK joined m");
    zoe.asks("JOIN b", "OK joined b").asks("JOIN z-1", "OK joined z-1");
    house.user("Yves").asks("JOIN m", "OK joined m");
    house.user("anna").asks("JOIN m", "OK joined m").asks("JOIN a", "OK joined a");
    zoe.asks("ROOMS", "OK rooms a b m z-1");
    zoe.asks("WHO m", "OK who Yves anna zoe").asks("WHO b", "OK who zoe");
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 10,
      hint = "Who asks has to be in that room.")
  void who_is_for_those_in_the_room(House house) {
    var alice = house.userIn("lobby");
    house.userIn("attic");
    alice.asks("WHO attic", "ERR not-in-room").asks("WHO nowhere", "ERR not-in-room");
    alice.asks("WHO lobby", "OK who " + alice.name());
  }

  @Check(
      requirement = "ROOMS-7",
      points = 2,
      todo = 13,
      hint = "The last one out takes the room along; the next one in makes a new one.")
  void an_empty_room_is_gone_and_works_as_new_when_joined_again(House house) {
    var alice = house.userIn("attic");
    alice.asks("ROOMS", "OK rooms attic").asks("LEAVE attic", "OK left attic");
    alice.asks("ROOMS", "OK rooms");
    var bob = house.userIn("attic").asks("ROOMS", "OK rooms attic");
    alice.asks("JOIN attic", "OK joined attic");
    bob.hears(Told.joined("attic", alice.name()));
    house.fence(alice, bob, "attic");
    house.fence(bob, alice, "attic");
    alice.asks("WHO attic").answer();
  }
}
