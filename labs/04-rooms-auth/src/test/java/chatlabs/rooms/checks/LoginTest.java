package chatlabs.rooms.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.List;
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
      points = 2,
      todo = 15,
      hint = "How long does each of the two answers take? An attacker has a clock.")
  @NeedsClasses
  void an_unknown_name_costs_the_same_hashing_work(House house, Trial trial) {
    house.user("alice");
    house.server().close();
    var server = trial.launch(Hashing.ENDLESS, Server.class, 0, house.file().path());
    var early = house.guest("early", server.port()).asks("LOGIN"); // what is new takes long once
    trial.eventually(Duration.ofSeconds(2), early::hasNews);
    var you = house.guest("you", server.port()).asks("LOGIN nobody long enough");
    trial.remark("a new account costs 200,000,000 iterations, and so does a name without one");
    Hashing.demand(server, List.of(you), trial);
    server.kill();
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
