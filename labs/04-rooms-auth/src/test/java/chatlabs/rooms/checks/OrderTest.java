package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** ROOMS-12 to ROOMS-14: order, slow readers, and many users. */
class OrderTest {
  private static final int AT_ONCE = 500;

  /** Three often take turns so regularly that a server's races are never lost. */
  private static final int SPEAKERS = 6;

  /** The system itself takes some 4 MB before anything waits in the server. */
  private static final int FILLING_LINES = 5_000; // of 1,000 bytes

  /** 10,000 lines may wait; a server may have some more in its hands. */
  private static final int LINES_TOO_MANY = 11_000;

  @Check(
      requirement = "ROOMS-12",
      points = 4,
      todo = 12,
      hint = "One order for a room: who decides it, and when is the time taken?")
  void lines_arrive_whole_and_in_order_and_time_never_goes_backwards(House house, Trial trial) {
    var senders = house.usersIn("lobby", SPEAKERS);
    var listeners = List.of(house.userIn("lobby"), house.userIn("lobby"));
    new Debate(trial, "lobby", senders, listeners).isHeardInOrder();
    listeners.forEach(listener -> Speech.demandTimeInOrder(listener, trial));
  }

  @Check(
      requirement = "ROOMS-13",
      points = 4,
      todo = 15,
      hint = "Whoever reads from the sender must never wait for a receiver.")
  void a_user_who_does_not_read_is_dropped_and_delays_nobody(House house, Trial trial) {
    var speaker = house.userIn("lobby");
    var listener = house.userIn("lobby");
    var sleeper = house.userIn("lobby").stopsReading();
    var speech = new Speech(trial, speaker, "lobby", FILLING_LINES, 1_000, 1_000);
    speech.goesOn(LINES_TOO_MANY, 10, 40);
    allHeard(speech, FILLING_LINES + LINES_TOO_MANY, listener, trial);
    listener.hears(Told.left("lobby", sleeper.name()));
    house.fence(speaker, listener);
    listener.heardOnce(Told.left("lobby", sleeper.name()));
    sleeper.readsAgain().hearsTheEnd();
  }

  @Check(
      requirement = "ROOMS-13",
      points = 2,
      todo = 12,
      hint = "Up to 10,000 lines may wait for a user, and all of them are written in the end.")
  void a_user_who_reads_late_loses_nothing(House house, Trial trial) {
    var speaker = house.userIn("lobby");
    var listener = house.userIn("lobby");
    var late = house.userIn("lobby").stopsReading();
    var speech = new Speech(trial, speaker, "lobby", 5_000, 900, 900);
    allHeard(speech.goesOn(4_000, 10, 40), 9_000, listener, trial);
    late.readsAgain();
    Speech.heardBy(late, trial, List.of(speech));
  }

  /** Sends so many lines, and never more at once than a user is to be given time for. */
  private static void allHeard(Speech speech, int count, User listener, Trial trial) {
    for (int sent = 0; sent < count; sent += AT_ONCE) {
      speech.sends(AT_ONCE);
      Speech.heardBy(listener, trial, List.of(speech), AT_ONCE); // the server works on these now
    }
    Speech.heardBy(listener, trial, List.of(speech));
    speech.isAnswered();
  }

  @Check(
      requirement = "ROOMS-14",
      points = 4,
      todo = 14,
      hint = "A room is a set of users. Who is in a message's set, and who is not?")
  void a_hundred_users_in_twenty_rooms_hear_their_own_rooms(House house, Trial trial) {
    var users = house.users(100);
    var speeches = new ArrayList<Speech>();
    for (int i = 0; i < users.size(); i++) {
      var room = "room-" + i % 20;
      users.get(i).asks("JOIN " + room, "OK joined " + room);
      speeches.add(new Speech(trial, users.get(i), room, 10, 6, 40));
    }
    speeches.forEach(speech -> speech.sends(10));
    for (int i = 0; i < users.size(); i++) {
      int me = i;
      var others =
          IntStream.range(0, 100).filter(it -> inRoomWith(me, it)).mapToObj(speeches::get).toList();
      Speech.heardBy(users.get(i), trial, others);
    }
    speeches.forEach(Speech::isAnswered);
    house.fence(house.user(), users);
    for (int i = 0; i < users.size(); i++) {
      var user = users.get(i);
      var room = "room-" + i % 20;
      long messages = user.told().stream().filter(told -> told.kind().equals("MSG")).count();
      trial.equal("messages for " + user.name() + ", of four others:", 40L, messages);
      user.neverHeard("of another room", t -> !t.room().isEmpty() && !t.room().equals(room));
    }
  }

  private static boolean inRoomWith(int me, int other) {
    return other != me && other % 20 == me % 20;
  }
}
