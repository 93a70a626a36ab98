package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** ROOMS-3 and ROOMS-6: logging in. */
class LoginTest {
  @Check(
      requirement = "ROOMS-3",
      points = 2,
      todo = 8,
      hint = "Who hears 'no such user' has learned something about somebody else.")
  void a_wrong_password_and_an_unknown_name_get_the_same_answer(House house, Trial trial) {
    house.registered("alice");
    var you = house.guest("you");
    var wrong = you.asks("LOGIN alice not her password").answer();
    var unknown = you.asks("LOGIN nobody not her password").answer();
    trial.equal("the same answer as for a wrong password,", wrong, unknown);
    you.asks("LOGIN alice not her password", "ERR bad-credentials");
  }

  @Check(
      requirement = "ROOMS-3",
      points = 4,
      todo = 9,
      hint = "How long did each of the two answers take? An attacker has a clock.")
  void both_cost_the_same_hashing_work(House house, Trial trial) {
    house.login(house.registered("alice")); // nothing of it is a TODO
    var costly = Map.of(House.ITERATIONS, "40000");
    var server = trial.launch(costly, Server.class, 0, trial.file("costly").path());
    house.guest("alice", server.port()).asks("REGISTER alice long enough", "OK registered");
    demandWork("a wrong password", "alice", house, server.port(), trial);
    demandWork("an unknown name", "nobody", house, server.port(), trial);
  }

  /**
   * 40,000 iterations are 80,000 blocks of SHA-256, for which the quickest of processors takes 4
   * ms. The shortest of several measurements does not depend on what else the machine does.
   */
  private static void demandWork(String what, String name, House house, int port, Trial trial) {
    var least = Duration.ofMillis(2);
    var shortest = Duration.ofDays(1);
    for (int i = 0; i < 4; i++) {
      var you = house.guest("you", port).asks("DANCE", "ERR login-first");
      long start = System.nanoTime();
      you.asks("LOGIN " + name + " not the password", "ERR bad-credentials");
      var took = Duration.ofNanos(System.nanoTime() - start);
      shortest = took.compareTo(shortest) < 0 ? took : shortest;
    }
    if (shortest.compareTo(least) < 0) {
      throw trial.mismatch(
          Outcome.WRONG_VALUE,
          what + " to cost the hashing of 40,000 iterations, at least " + least.toMillis() + " ms",
          "an answer within " + shortest.toNanos() / 1_000 + " µs");
    }
  }

  @Check(
      requirement = "ROOMS-3",
      points = 2,
      todo = 8,
      hint = "Count the refusals of this connection; answer the fifth, and then close.")
  void the_fifth_refused_login_ends_the_connection(House house) {
    house.registered("alice");
    var you = house.guest("you");
    for (int i = 1; i <= 5; i++) {
      you.asks("LOGIN " + (i % 2 == 0 ? "alice" : "nobody") + " wrong", "ERR bad-credentials");
    }
    you.hearsNothingButTheEnd();
  }

  @Check(
      requirement = "ROOMS-3",
      points = 2,
      todo = 9,
      hint = "Whose refusals do you count? Else anybody can lock out anybody.")
  void refusals_of_one_connection_do_not_count_for_another(House house) {
    house.registered("alice");
    house.registered("bob");
    var attacker = house.guest("attacker");
    for (int i = 1; i <= 5; i++) {
      attacker.asks("LOGIN alice wrong", "ERR bad-credentials");
    }
    var alice = house.guest("alice");
    for (int i = 1; i <= 4; i++) {
      alice.asks("LOGIN alice wrong", "ERR bad-credentials");
    }
    house.login(alice);
    house.login(house.guest("bob"));
  }

  @Check(
      requirement = "ROOMS-6",
      points = 2,
      todo = 9,
      hint = "Two threads can log one account in: look and put in one call.")
  void an_account_is_logged_in_once_at_a_time(House house) {
    var first = house.user("alice");
    var second = house.guest("alice again");
    second.asks("LOGIN alice " + House.passwordOf("alice"), "ERR already-online");
    second.asks("ROOMS", "ERR login-first");
    first.asks("LOGIN alice " + House.passwordOf("alice"), "ERR already-logged-in");
    first.asks("ROOMS", "OK rooms");
  }

  @Check(
      requirement = "ROOMS-6",
      points = 2,
      todo = 9,
      hint = "A connection is one user as long as it lives.")
  void who_has_logged_in_cannot_log_in_as_another(House house) {
    house.registered("bob");
    var alice = house.user("alice");
    alice.asks("LOGIN bob " + House.passwordOf("bob"), "ERR already-logged-in");
    house.login(house.guest("bob"));
  }

  @Check(
      requirement = "ROOMS-6",
      points = 2,
      todo = 15,
      hint = "Whoever goes goes offline, too, in whatever way.")
  void after_its_connection_is_gone_it_can_log_in_again(House house) {
    Consumer<User> quits = user -> user.asks("QUIT", "OK bye").hearsNothingButTheEnd();
    quits.accept(house.user("alice"));
    house.comesBack("alice").finishes().hearsTheEnd();
    house.comesBack("alice").resets();
    house.comesBack("alice").asks("ROOMS", "OK rooms");
  }
}
