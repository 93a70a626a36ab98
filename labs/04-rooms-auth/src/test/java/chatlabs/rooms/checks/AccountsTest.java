package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.OwnProcess;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.util.List;
import java.util.Map;

/** ROOMS-1 and ROOMS-2: who may do what, and how one gets an account. */
class AccountsTest {
  @Check(
      requirement = "ROOMS-1",
      points = 2,
      todo = 1,
      hint = "Ask once, before you look what the request is: has this connection logged in?")
  void before_the_login_all_but_three_requests_are_refused(House house) {
    var you = house.guest("you");
    var requests =
        List.of(
            "JOIN lobby", "SAY lobby hi", "LEAVE lobby", "TELL you hi", "ROOMS", "WHO lobby",
            "DANCE", "JOIN", "rooms", "");
    requests.forEach(request -> you.asks(request, "ERR login-first"));
  }

  @Check(
      requirement = "ROOMS-1",
      points = 2,
      todo = 14,
      hint = "From which moment on does anybody know where to send what is for this user?")
  void who_has_not_logged_in_hears_nothing(House house) {
    var sleeper = house.registered("sleeper");
    var alice = house.userIn("lobby");
    var bob = house.userIn("lobby");
    alice.asks("TELL sleeper psst", "ERR no-such-user");
    house.fence(alice, bob, "lobby");
    house.login(sleeper);
    house.fence(bob, sleeper);
    sleeper.neverHeard("anything from before its login", told -> !told.who().equals(bob.name()));
  }

  @Check(
      requirement = "ROOMS-1",
      points = 2,
      todo = 9,
      hint = "An error is an answer: after it, the next request is read.")
  void wrong_requests_are_refused_and_the_connection_goes_on(House house) {
    var alice = house.user();
    alice.asks("DANCE", "ERR unknown-command");
    alice.asks("join lobby", "ERR unknown-command");
    alice.asks("", "ERR unknown-command");
    alice.asks("JOIN", "ERR bad-arguments");
    alice.asks("TELL", "ERR bad-arguments");
    alice.asks("REGISTER eve", "ERR bad-arguments");
    alice.asks("ROOMS", "OK rooms");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 9,
      hint = "An account belongs to the server, and not to the connection that made it.")
  void a_registered_account_can_log_in_from_any_connection(House house) {
    var alice = house.registered("alice");
    house.login(house.guest("alice"));
    alice.asks("LOGIN alice " + House.passwordOf("alice"), "ERR already-online");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 6,
      hint = "To have an account is one thing, to have logged in another.")
  void registering_does_not_log_in(House house) {
    house.registered("alice").asks("ROOMS", "ERR login-first");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 6,
      hint = "8 to 128 characters, and both ends count.")
  void a_password_has_8_to_128_characters(House house, Trial trial) {
    var you = house.guest("you");
    you.asks("REGISTER a " + trial.words().letters(7), "ERR weak-password");
    you.asks("REGISTER a " + trial.words().letters(129), "ERR weak-password");
    you.asks("REGISTER a " + trial.words().letters(8), "OK registered");
    you.asks("REGISTER b " + trial.words().letters(128), "OK registered");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 9,
      hint = "A password reaches to the end of the line, whatever is in it.")
  void a_password_may_have_spaces_and_every_letter_counts(House house) {
    var you = house.guest("you");
    var password = " correct  horse Grüße 👋";
    you.asks("REGISTER alice " + password, "OK registered");
    you.asks("LOGIN alice " + password + "!", "ERR bad-credentials");
    you.asks("LOGIN alice" + password, "ERR bad-credentials");
    you.asks("LOGIN alice " + password, "OK welcome alice");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 2,
      todo = 6,
      hint = "Names are as in lab 03; and an account is there for ever.")
  void bad_names_and_taken_ones_are_refused(House house) {
    var you = house.guest("you");
    for (var name : List.of("zoë", "ABCDEFGHIJKLMNOPQ", "a.b")) {
      you.asks("REGISTER " + name + " long enough", "ERR bad-name");
    }
    you.asks("REGISTER AZ-az_09-ABCDEFG long enough", "OK registered");
    you.asks("REGISTER bob long enough", "OK registered");
    you.asks("REGISTER bob another one", "ERR name-taken");
    house.guest("you too").asks("REGISTER bob long enough", "ERR name-taken");
  }

  @Check(
      requirement = "ROOMS-2",
      points = 4,
      todo = 9,
      hint = "Between 'is it free?' and 'it is mine' lies the hashing: a long time.")
  void of_two_who_want_one_name_at_the_same_time_exactly_one_gets_it(House house, Trial trial) {
    var slow = trial.later("a server whose hashing takes longer", () -> slowServer(trial));
    var one = house.guest("one");
    var other = house.guest("other");
    for (int pair = 1; pair <= 50; pair++) {
      var name = trial.words().word();
      boolean oneHasIt = race(name, one, other, trial);
      if (pair % 25 == 0) { // the winner gets in with its own password, and the other does not
        var owner = house.guest("owner " + pair);
        owner.asks("LOGIN " + name + (oneHasIt ? " other's own" : " one's own"));
        owner.isAnswered("ERR bad-credentials");
        owner.asks("LOGIN " + name + (oneHasIt ? " one's own" : " other's own"));
        owner.isAnswered("OK welcome " + name);
      }
    }
    raceWhileHashingTakesLong(slow.value(), house, trial);
  }

  private static OwnProcess slowServer(Trial trial) {
    var cost = Map.of(House.ITERATIONS, "10000");
    return trial.launch(cost, Server.class, 0, trial.file("other").path());
  }

  /** So long that both are at it, on a busy machine too. */
  private static void raceWhileHashingTakesLong(OwnProcess server, House house, Trial trial) {
    var one = house.guest("first", server.port());
    var other = house.guest("second", server.port());
    for (int pair = 1; pair <= 4; pair++) {
      race(trial.words().word(), one, other, trial);
    }
    server.kill();
  }

  /** Whether the first of the two got the name; exactly one of them has to. */
  private static boolean race(String name, User one, User other, Trial trial) {
    var requests = List.of("REGISTER " + name + " one's own", "REGISTER " + name + " other's own");
    User.askTogether(List.of(one, other), requests);
    boolean oneHasIt = one.answer().equals("OK registered");
    boolean otherHasIt = other.answer().equals("OK registered");
    if (oneHasIt == otherHasIt) {
      throw trial.mismatch(
          Outcome.WRONG_VALUE,
          "exactly one of two to be answered OK registered",
          oneHasIt ? "both were" : "none was");
    }
    return oneHasIt;
  }
}
