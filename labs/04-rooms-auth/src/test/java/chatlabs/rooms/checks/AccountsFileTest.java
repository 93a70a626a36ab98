package chatlabs.rooms.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** ROOMS-4 and ROOMS-5: what is in the accounts file, and what survives. */
class AccountsFileTest {
  @Check(
      requirement = "ROOMS-4",
      points = 2,
      todo = 9,
      hint = "The constructor reads what an earlier server has written.")
  @NeedsClasses
  void a_new_server_on_the_same_file_knows_the_accounts(House house, Trial trial) {
    var names = List.of("alice", "bob", "carol");
    names.forEach(house::registered);
    house.server().close();
    var server = trial.make(Server.class, 0, house.file().path());
    names.forEach(name -> house.login(house.guest(name, server.port())));
    house.guest("you", server.port()).asks("REGISTER bob long enough", "ERR name-taken");
  }

  @Check(
      requirement = "ROOMS-4",
      points = 4,
      todo = 9,
      hint = "When the answer is sent, the account has to be in the file already.")
  void accounts_survive_the_sudden_death_of_the_process(House house, Trial trial) {
    house.login(house.registered("alice")); // nothing of it is a TODO
    var names = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      names.add(trial.words().word());
    }
    var file = trial.file("mortal");
    var mortal = trial.launch(Server.class, 0, file.path());
    var you = house.guest("you", mortal.port());
    you.asksAtOnce(names.stream().map(n -> "REGISTER " + n + " " + House.passwordOf(n)).toList());
    names.forEach(each -> you.isAnswered("OK registered"));
    mortal.kill();
    trial.remark("the server is killed (SIGKILL), and a new one started on its file");
    var heir = trial.make(Server.class, 0, file.path());
    names.forEach(each -> house.login(house.guest(each, heir.port())));
  }

  @Check(
      requirement = "ROOMS-4",
      points = 2,
      todo = 9,
      hint = "Refuse the file before you write anything: somebody may still repair it.")
  @NeedsClasses
  void a_file_that_is_none_of_accounts_is_refused_and_left_as_it_was(House house, Trial trial) {
    house.registered("alice");
    house.server().close();
    var again = trial.make(Server.class, 0, house.file().path());
    house.login(house.guest("alice", again.port())); // a good file is read
    var noise = new byte[300];
    trial.random().nextBytes(noise);
    refused("noise", noise, trial);
    refused("prose", "Dear diary,\ntoday I learned about sockets.\n".getBytes(UTF_8), trial);
  }

  private static void refused(String name, byte[] content, Trial trial) {
    var file = trial.file(name);
    file.write(content);
    trial.thrownBy(
        "new RoomsServer(0, a file of " + name + ")",
        "java.io.IOException",
        () -> trial.make(Server.class, 0, file.path()));
    if (!Arrays.equals(content, file.bytes().orElse(null))) {
      throw trial.mismatch(
          Outcome.WRONG_VALUE,
          "the file to be left as it was",
          file.bytes().map(Visible::bytes).map(s -> Visible.cut(s, 100)).orElse("it is gone"));
    }
  }

  @Check(
      requirement = "ROOMS-5",
      points = 4,
      todo = 9,
      hint = "What somebody finds who gets hold of the file: a hash with salt, and nothing else.")
  void no_password_can_be_read_in_the_file(House house, Trial trial) {
    var you = house.guest("you");
    var passwords = new ArrayList<String>();
    for (var name : List.of("alice", "bob", "carol")) {
      passwords.add(trial.words().word() + trial.words().word() + "!");
      you.asks("REGISTER " + name + " " + passwords.getLast(), "OK registered");
    }
    house.login(house.registered("dave"));
    var bytes = house.file().bytes().orElse(new byte[0]);
    trial.equal("the file to hold something:", true, bytes.length > 0);
    for (var password : passwords) {
      Disguise.of(password).stream()
          .filter(each -> each.isIn(bytes))
          .forEach(each -> readable(each.what(), trial));
    }
  }

  private static void readable(String how, Trial trial) {
    String expected = "no password in the accounts file, in any form that can be undone or guessed";
    throw trial.mismatch(Outcome.WRONG_VALUE, expected, "a password " + how);
  }

  @Check(
      requirement = "ROOMS-5",
      points = 2,
      todo = 9,
      hint = "Salt: 16 random bytes, new for each account.")
  void two_accounts_with_one_password_look_different(House house, Trial trial) {
    var you = house.guest("you");
    var password = trial.words().sentence();
    you.asks("REGISTER anna " + password, "OK registered");
    you.asks("REGISTER bert " + trial.words().sentence(), "OK registered");
    you.asks("REGISTER cleo " + password, "OK registered");
    you.asks("REGISTER dora " + trial.words().sentence(), "OK registered");
    you.asks("LOGIN cleo " + password, "OK welcome cleo");
    var bytes = house.file().bytes().orElse(new byte[0]);
    var twice = Repeats.twiceIn(bytes);
    if (twice.isPresent()) {
      throw trial.mismatch(
          Outcome.WRONG_VALUE,
          "nothing by which two accounts with one password can be told",
          "twice in the file: \"" + Visible.bytes(twice.get()) + "\"");
    }
  }

  @Check(
      requirement = "ROOMS-5",
      points = 2,
      todo = 15,
      hint = "Keep the number of iterations with each hash: it will be another one next year.")
  @NeedsClasses
  void accounts_of_another_cost_can_still_log_in(House house, Trial trial) {
    house.user("alice");
    house.server().close();
    var other = Map.of(House.ITERATIONS, "333");
    var server = trial.launch(other, Server.class, 0, house.file().path());
    house.login(house.guest("alice", server.port()));
    var bob = house.guest("bob", server.port());
    bob.asks("REGISTER bob " + House.passwordOf("bob"), "OK registered");
    server.kill();
    trial.remark("the server is ended, and a new one started with the number from before");
    var last = trial.make(Server.class, 0, house.file().path());
    house.login(house.guest("bob", last.port()));
  }
}
