package chatlabs.rooms.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** LINE-1 to LINE-5: what a line is, and what is done with odd ones. */
class LinesTest {
  // Together 6 MB of answers, more than the system itself keeps for somebody who does not read.
  private static final int MANY = 2_000;

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 12,
      hint = "Keep one LineReader for the whole connection: it may hold what came too early.")
  void requests_may_come_in_pieces_and_many_at_once(House house, Trial trial) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby");
    var first = trial.words().word();
    var second = trial.words().word();
    for (var character : ("SAY lobby " + first).split("")) {
      alice.sends(character, 0);
    }
    alice.sends("\nROOMS\nSAY lobby " + second.substring(0, 2), 2);
    alice.isAnswered("OK sent").isAnswered("OK rooms lobby");
    bob.hears(Told.message("lobby", alice.name(), first));
    alice.isReadAlone().sends(second.substring(2) + "\n", 1).isAnswered("OK sent");
    bob.hears(Told.message("lobby", alice.name(), second));
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 10,
      hint = "One request, one answer, in the order in which they came.")
  void each_request_gets_one_answer_in_order(House house) {
    var alice = house.userIn("lobby");
    var requests = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      requests.addAll(List.of("ROOMS", "JOIN r" + i, "DANCE", "WHO r" + i, "QUIT now"));
    }
    alice.asksAtOnce(requests);
    for (int i = 0; i < 100; i++) {
      alice.answer();
      alice.isAnswered("OK joined r" + i).isAnswered("ERR unknown-command");
      alice.isAnswered("OK who " + alice.name()).isAnswered("ERR bad-arguments");
    }
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 12,
      hint = "Name the charset wherever bytes become text, and wherever text becomes bytes.")
  void text_is_UTF_8_and_a_line_may_end_with_CR_LF(House house) {
    var bob = house.userIn("lobby");
    var alice = house.userIn("lobby");
    alice.sends("SAY lobby Grüße, żółw, 你好, 👋\r\n", 1).isAnswered("OK sent");
    bob.hears(Told.message("lobby", alice.name(), "Grüße, żółw, 你好, 👋"));
    alice.sends("ROOMS\r\n", 1).isAnswered("OK rooms lobby");
  }

  @Check(
      requirement = "LINE-2",
      points = 2,
      todo = 10,
      hint = "println() and %n end a line as the platform does. Write \\n yourself.")
  void each_line_ends_with_a_single_LF(House house, Trial trial) {
    var server = house.server();
    var you = trial.connect("you", server.port());
    var name = trial.words().word();
    you.says("REGISTER " + name + " long enough").receivesBytes("OK registered\n");
    you.says("LOGIN " + name + " long enough").receivesBytes("OK welcome " + name + "\n");
    you.says("JOIN lobby").receivesBytes("OK joined lobby\n");
    house.userIn("lobby");
    you.receives("a note that ends with LF alone", line -> line.stripTrailing().length() > 0
        && !line.endsWith("\r"));
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 12,
      hint = "Answer ERR too-long, tell nobody, and go on with the next line.")
  void a_line_may_have_1024_bytes_and_no_more(House house, Trial trial) {
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    var longest = trial.words().letters(1_024 - "SAY lobby ".length());
    alice.asks("SAY lobby " + longest, "OK sent");
    bob.hears(Told.message("lobby", alice.name(), longest));
    alice.asks("SAY lobby " + longest + "x", "ERR too-long");
    alice.asks("ROOMS ".repeat(1_000), "ERR too-long");
    house.fence(alice, bob, "lobby");
    bob.neverHeard("of a line that was too long", told -> told.text().contains(longest + "x"));
    house.guest("you").asks("LOGIN you " + "x".repeat(2_000), "ERR too-long");
  }

  @Check(
      requirement = "LINE-4",
      points = 2,
      todo = 12,
      hint = "new String(bytes, UTF_8) replaces what is not UTF-8, and throws nothing.")
  void bytes_that_are_not_UTF_8_are_replaced(House house) {
    var bytes = "SAY lobby caf\u00e9 \u00ff\u00fe!\n".getBytes(ISO_8859_1);
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    alice.sends(bytes, 1).isAnswered("OK sent");
    var text = new String(bytes, 10, bytes.length - 11, UTF_8);
    bob.hears(Told.message("lobby", alice.name(), text));
  }

  @Check(
      requirement = "LINE-5",
      points = 2,
      todo = 15,
      hint = "Write all that waits before you close; a last piece without LF is a line.")
  void answers_all_that_came_before_the_client_ended_its_output(House house, Trial trial) {
    var bob = house.userIn("lobby");
    var alice = house.registered("alice").stopsReading();
    var rooms = new ArrayList<String>();
    for (int i = 100; i < 300; i++) {
      rooms.add("a-long-name-" + i);
    }
    var login = "LOGIN alice " + House.passwordOf("alice");
    var joins = "JOIN " + String.join("\nJOIN ", rooms) + "\n";
    var many = "ROOMS\n".repeat(MANY);
    alice.sends(login + "\nJOIN lobby\nSAY lobby one\n" + joins + many, 203 + MANY);
    alice.sends("SAY lobby two", 1).finishes();
    bob.hears(Told.message("lobby", "alice", "one"));
    // Now the server reads on to the end, if it does not wait for alice before: both conform.
    trial.eventually(Duration.ofSeconds(2), bob::hasNews);
    house.fence(house.user(), bob);
    alice.readsAgain();
    alice.isAnswered("OK welcome alice").isAnswered("OK joined lobby").isAnswered("OK sent");
    rooms.forEach(room -> alice.isAnswered("OK joined " + room));
    var all = "OK rooms " + String.join(" ", rooms) + " lobby";
    for (int i = 0; i < MANY; i++) {
      alice.isAnswered(all);
    }
    alice.isAnswered("OK sent").hearsTheEnd();
    bob.hears(Told.message("lobby", "alice", "two")).hears(Told.left("lobby", "alice"));
  }
}
