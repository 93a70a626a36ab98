package chatlabs.broadcast.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.util.ArrayList;
import java.util.Collections;

/** CAST-1 to CAST-4: how somebody gets a name, and who hears of it. */
class JoiningTest {
  @Check(
      requirement = "CAST-1",
      points = 2,
      todo = 5,
      hint = "NAME? first, then WELCOME and the name, then who is online.")
  void asks_for_a_name_and_says_welcome(Chat chat, Trial trial) {
    var name = trial.words().word();
    chat.stranger(name)
        .hearsNext("NAME?")
        .says(name)
        .hearsNext("WELCOME " + name, "* online: " + name);
  }

  @Check(
      requirement = "CAST-1",
      points = 2,
      todo = 5,
      hint = "All named users, the newcomer too, sorted as String.compareTo sorts.")
  void says_who_is_online_in_order(Chat chat) {
    chat.enter("carol");
    chat.enter("Zoe");
    chat.enter("bob");
    chat.enter("_x");
    chat.enter("alice").hears("* online: Zoe, _x, alice, bob, carol");
  }

  @Check(
      requirement = "CAST-2",
      points = 2,
      todo = 5,
      hint = "Answer ERR bad-name and NAME?, and read the next line as a name again.")
  void refuses_a_bad_name_and_asks_again(Chat chat, Trial trial) {
    var you = chat.stranger("you").hears("NAME?");
    you.says("two words").hearsNext("ERR bad-name", "NAME?");
    you.says("").hearsNext("ERR bad-name", "NAME?");
    var name = trial.words().word();
    you.says(name).hears("WELCOME " + name);
  }

  @Check(
      requirement = "CAST-2",
      points = 2,
      todo = 5,
      hint = "1 to 16 characters: letters and digits of ASCII, underscore, hyphen.")
  void takes_a_name_of_16_characters(Chat chat) {
    chat.stranger("you").hears("NAME?").says("AZ-az_09-ABCDEFG").hears("WELCOME AZ-az_09-ABCDEFG");
  }

  @Check(
      requirement = "CAST-3",
      points = 2,
      todo = 5,
      hint = "Answer ERR name-taken and NAME?, and read the next line as a name again.")
  void refuses_a_name_in_use(Chat chat, Trial trial) {
    var holder = chat.enter();
    var you = chat.stranger("you").hears("NAME?");
    you.says(holder.name()).hearsNext("ERR name-taken", "NAME?");
    var name = trial.words().word();
    you.says(name).hears("WELCOME " + name);
  }

  @Check(
      requirement = "CAST-3",
      points = 2,
      todo = 7,
      hint = "What does the end of a session clean up, when that session has no name of its own?")
  void the_holder_of_a_name_notices_nothing_of_a_namesake(Chat chat) {
    var holder = chat.enter();
    var other = chat.enter();
    var namesake = chat.stranger("namesake").hears("NAME?");
    namesake.says(holder.name()).hears("ERR name-taken");
    namesake.finishes().hearsTheEnd();
    chat.fence(other, holder);
    chat.fence(holder, other);
    holder.neverHeard(holder.left());
    other.neverHeard(holder.left());
  }

  @Check(
      requirement = "CAST-3",
      points = 2,
      todo = 5,
      hint = "Between 'is it free?' and 'it is mine' another thread can do the same.")
  void of_20_who_want_one_name_at_the_same_time_exactly_one_gets_it(Trial trial) {
    for (int round = 0; round < 8; round++) {
      race(new Chat(trial), trial);
    }
  }

  /** A race takes microseconds: many take part, at the same time, and in a room that is empty. */
  private static void race(Chat chat, Trial trial) {
    var users = new ArrayList<User>();
    for (int i = 0; i < 20; i++) {
      users.add(chat.stranger("user " + i));
    }
    users.forEach(user -> user.hears("NAME?"));
    var name = trial.words().word();
    User.sayTogether(users, Collections.nCopies(20, name));
    var welcome = users.stream().filter(user -> user.isWelcome(name)).toList();
    if (welcome.size() != 1) {
      throw trial.mismatch(
          Outcome.WRONG_VALUE,
          "one of 20 users to be welcomed as " + name,
          welcome.size() + " of them were");
    }
  }

  @Check(
      requirement = "CAST-3",
      points = 2,
      todo = 8,
      hint = "Is the name taken out of your registry when its holder leaves?")
  void a_name_is_free_once_its_holder_has_left(Chat chat) {
    var other = chat.enter();
    var holder = chat.enter();
    holder.says("/quit").hearsTheEnd();
    other.hears(holder.left());
    chat.enter(holder.name());
  }

  @Check(
      requirement = "CAST-4",
      points = 2,
      todo = 7,
      hint = "Tell the others, and not the newcomer, at one place in your program.")
  void the_others_hear_once_that_somebody_has_joined(Chat chat) {
    var bob = chat.enter();
    var carol = chat.enter();
    var alice = chat.enter();
    bob.hears(alice.joined());
    chat.fence(alice, bob);
    chat.fence(alice, carol);
    bob.heardOnce(carol.joined()).heardOnce(alice.joined());
    carol.heardOnce(alice.joined());
  }

  @Check(
      requirement = "CAST-4",
      points = 2,
      todo = 7,
      hint = "Tell the others, and not the newcomer, at one place in your program.")
  void the_newcomer_does_not_hear_of_its_own_coming(Chat chat) {
    var bob = chat.enter();
    var alice = chat.enter();
    chat.fence(alice, bob);
    chat.fence(bob, alice);
    alice.neverHeard(alice.joined());
  }

  @Check(
      requirement = "CAST-4",
      points = 2,
      todo = 7,
      hint = "Register the newcomer first, and say WELCOME then: not the other way round.")
  void what_is_said_after_a_WELCOME_arrives(Chat chat, Trial trial) {
    var bob = chat.enter();
    chat.enter(30);
    for (int i = 0; i < 30; i++) {
      var newcomer = chat.enter();
      var text = trial.words().word();
      bob.says(text);
      newcomer.hears(bob.message(text));
    }
  }
}
