package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.HashMap;
import java.util.List;

/** ROOMS-8 to ROOMS-10: what is said, and who hears it. */
class TalkingTest {
  private static final int AT_ONCE = 100; // lines
  private static final int ROUNDS = 5; // at least
  private static final int MOST_ROUNDS = 20;
  private static final int ENOUGH = 20; // overlaps

  @Check(
      requirement = "ROOMS-8",
      points = 2,
      todo = 12,
      hint = "Everybody in this room but one, and nobody else.")
  void what_is_said_reaches_all_others_in_the_room_and_nobody_else(House house, Trial trial) {
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    var carol = house.userIn("lobby");
    var dave = house.userIn("attic");
    var text = "  " + trial.words().sentence() + "\t:-) Grüße 👋";
    alice.asks("SAY lobby " + text, "OK sent");
    bob.hears(Told.message("lobby", alice.name(), text));
    carol.hears(Told.message("lobby", alice.name(), text));
    house.fence(bob, alice, "lobby");
    house.fence(house.userIn("attic"), dave, "attic");
    alice.neverHeard("its own words", told -> told.who().equals(alice.name()));
    dave.neverHeard("what is said in another room", told -> told.room().equals("lobby"));
  }

  @Check(
      requirement = "ROOMS-8",
      points = 2,
      todo = 13,
      hint = "Whoever is not in the room can neither speak there nor leave it.")
  void only_who_is_in_a_room_can_speak_there_and_leave_it(House house) {
    var bob = house.userIn("lobby");
    var alice = house.user();
    alice.asks("SAY lobby hi", "ERR not-in-room").asks("LEAVE lobby", "ERR not-in-room");
    alice.asks("SAY nowhere hi", "ERR not-in-room").asks("LEAVE nowhere", "ERR not-in-room");
    alice.asks("JOIN lobby", "OK joined lobby").asks("LEAVE lobby", "OK left lobby");
    alice.asks("SAY lobby hi", "ERR not-in-room").asks("LEAVE lobby", "ERR not-in-room");
    alice.asks("JOIN lobby", "OK joined lobby");
    house.fence(alice, bob, "lobby");
    bob.neverHeard("what nobody in the room has said", told -> told.text().equals("hi"));
  }

  @Check(
      requirement = "ROOMS-8",
      points = 2,
      todo = 12,
      hint = "A message without text is none.")
  void an_empty_message_is_refused(House house) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby");
    alice.asks("SAY lobby ", "ERR empty-message");
    house.fence(alice, bob, "lobby");
    bob.neverHeard("an empty message", told -> told.text().isEmpty());
  }

  @Check(
      requirement = "ROOMS-8",
      points = 4,
      todo = 14,
      hint = "Take the user out of the room first; then answer.")
  void after_the_answer_to_LEAVE_no_event_of_that_room_arrives(House house, Trial trial) {
    var speaker = house.userIn("lobby");
    var listener = house.userIn("lobby");
    var leavers = house.usersIn("lobby", 10);
    var speech = new Speech(trial, speaker, "lobby", MOST_ROUNDS * (AT_ONCE + 1), 6, 20);
    Overlap.provoke(
        ROUNDS,
        MOST_ROUNDS,
        ENOUGH,
        length -> {
          house.fence(leavers.getFirst(), listener); // all joins have been heard
          int before = listener.told().size();
          speech.sends(AT_ONCE);
          leavers.forEach(leaver -> leaver.asks("LEAVE lobby"));
          var told = new HashMap<User, Integer>(); // before the answer
          for (var leaver : leavers) {
            told.put(leaver.isAnswered("OK left lobby"), leaver.told().size());
          }
          speech.sends(1); // what is said afterwards
          Speech.heardBy(listener, trial, List.of(speech));
          var heard = listener.toldSince(before);
          speech.isAnswered();
          house.fence(speaker, leavers);
          for (var leaver : leavers) {
            leaver.neverHeardSince(
                told.get(leaver), "of the room that it has left", it -> it.room().equals("lobby"));
            leaver.asks("JOIN lobby", "OK joined lobby");
          }
          return heard;
        });
  }

  @Check(
      requirement = "ROOMS-9",
      points = 2,
      todo = 14,
      hint = "One outbox, found by the name.")
  void a_private_message_reaches_one_user_alone(House house, Trial trial) {
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    var carol = house.userIn("lobby");
    var text = trial.words().sentence() + " Grüße";
    alice.asks("TELL " + bob.name() + " " + text, "OK sent");
    bob.hears(Told.privately(alice.name(), text));
    house.fence(bob, carol, "lobby");
    house.fence(bob, alice, "lobby");
    carol.neverHeard("what was for bob", told -> told.text().contains(text));
    alice.neverHeard("what was for bob", told -> told.text().contains(text));
  }

  @Check(
      requirement = "ROOMS-9",
      points = 2,
      todo = 14,
      hint = "Who is not online cannot be told anything, with an account or without.")
  void nobody_can_be_told_who_is_not_online(House house) {
    var alice = house.user();
    house.registered("bob");
    alice.asks("TELL bob hi", "ERR no-such-user");
    alice.asks("TELL nobody hi", "ERR no-such-user");
    var bob = house.login(house.guest("bob"));
    alice.asks("TELL bob hi", "OK sent");
    bob.hears(Told.privately(alice.name(), "hi"));
    alice.asks("TELL bob ", "ERR empty-message");
  }

  @Check(
      requirement = "ROOMS-9",
      points = 2,
      todo = 14,
      hint = "Oneself is a user like any other here.")
  void one_can_tell_oneself_something(House house, Trial trial) {
    var alice = house.user();
    var text = trial.words().sentence();
    alice.asks("TELL " + alice.name() + " " + text, "OK sent");
    alice.hears(Told.privately(alice.name(), text));
  }

  @Check(
      requirement = "ROOMS-10",
      points = 2,
      todo = 14,
      hint = "Who is speaking? The connection knows, whatever the text says.")
  void nobody_can_speak_in_the_name_of_another(House house) {
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    var carol = house.userIn("lobby");
    var time = "2026-01-01T00:00:00Z ";
    for (var forged :
        List.of(
            "MSG " + time + "lobby " + carol.name() + " hi", carol.name() + " hi", "OK sent")) {
      alice.asks("SAY lobby " + forged, "OK sent");
      bob.hears(Told.message("lobby", alice.name(), forged));
      alice.asks("TELL " + bob.name() + " " + forged, "OK sent");
      bob.hears(Told.privately(alice.name(), forged));
    }
  }

  @Check(
      requirement = "ROOMS-10",
      points = 2,
      todo = 14,
      hint = "A carriage return in the middle of a text is a control character like any other.")
  void no_text_adds_a_line_or_draws_on_a_terminal(House house, Trial trial) {
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    var word = trial.words().word();
    var raw = "a\rMSG b\0\u0007\u001b[2Jc\u007fd\u0085e\u009ff\u000b\fg\th\u00a0i " + word;
    var clean = "aMSG b[2Jcdefg\th\u00a0i " + word;
    alice.asks("SAY lobby " + raw, "OK sent");
    bob.hears(Told.message("lobby", alice.name(), clean));
    alice.asks("TELL " + bob.name() + " " + raw, "OK sent");
    bob.hears(Told.privately(alice.name(), clean));
  }
}
