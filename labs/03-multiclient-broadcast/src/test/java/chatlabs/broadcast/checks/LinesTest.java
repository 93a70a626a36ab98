package chatlabs.broadcast.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;

/** LINE-1 to LINE-5: what a line is, and what is done with odd ones. */
class LinesTest {
  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 7,
      hint = "Keep one LineReader for the whole connection: it may hold what came too early.")
  void lines_may_come_in_pieces_and_many_at_once(Chat chat, Trial trial) {
    var bob = chat.enter();
    var first = trial.words().word();
    var second = trial.words().word();
    var alice = chat.stranger("alice").hears("NAME?");
    for (char character : "alice".toCharArray()) {
      alice.sends(String.valueOf(character));
    }
    alice.sends("\n" + first + "\n" + second.substring(0, 2)).hears("WELCOME alice");
    bob.hears("alice: " + first);
    alice.isReadAlone().sends(second.substring(2) + "\n");
    bob.hears("alice: " + second);
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 7,
      hint = "Name the charset wherever bytes become text, and wherever text becomes bytes.")
  void text_is_UTF_8_and_a_line_may_end_with_CR_LF(Chat chat, Trial trial) {
    var text = trial.words().word() + " Grüße, żółw, 你好, 👋";
    var bob = chat.enter();
    var alice = chat.stranger("alice").hears("NAME?").sends("alice\r\n").hears("WELCOME alice");
    alice.sends(text + "\r\n");
    bob.hears("alice: " + text);
  }

  @Check(
      requirement = "LINE-2",
      points = 2,
      todo = 7,
      hint = "println() and %n end a line as the platform does. Write \\n yourself.")
  void each_line_ends_with_a_single_LF(Chat chat, Trial trial) {
    var bob = chat.enter();
    var alice = chat.enter();
    alice.says(trial.words().word());
    var line = bob.hearsAnything();
    if (line.endsWith("\r")) {
      throw trial.mismatch(Outcome.WRONG_LINE, "a line with LF alone", "a line with CR LF");
    }
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 7,
      hint = "Answer ERR too-long, tell nobody, and go on with the next line.")
  void a_line_may_have_1024_bytes_and_no_more(Chat chat, Trial trial) {
    var alice = chat.enter();
    var bob = chat.enter();
    var longest = trial.words().letters(1_024);
    alice.says(longest);
    bob.hears(alice.message(longest));
    alice.says(trial.words().letters(1_025)).hears("ERR too-long");
    int before = bob.heard().size();
    var next = trial.words().word();
    alice.says(next);
    bob.hears(alice.message(next));
    for (var line : bob.heard().subList(before, bob.heard().size())) {
      if (!line.equals(alice.message(next)) && !line.startsWith("* ")) {
        throw trial.mismatch(Outcome.EXTRA_LINE, "nothing of the long line", line);
      }
    }
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 5,
      hint = "A name is a line, and the limit of lines comes before the rules of names.")
  void a_name_may_be_too_long_a_line(Chat chat, Trial trial) {
    var you = chat.stranger("you").hears("NAME?");
    you.says(trial.words().letters(1_025)).hearsNext("ERR too-long");
    you.says("alice").hears("WELCOME alice");
  }

  @Check(
      requirement = "LINE-4",
      points = 2,
      todo = 7,
      hint = "new String(bytes, UTF_8) replaces what is not UTF-8, and throws nothing.")
  void bytes_that_are_not_UTF_8_are_replaced(Chat chat) {
    var bytes = "caf\u00e9 \u00ff\u00fe!\n".getBytes(ISO_8859_1);
    var alice = chat.enter();
    var bob = chat.enter();
    alice.sends(bytes);
    bob.hears(alice.message(new String(bytes, 0, bytes.length - 1, UTF_8)));
  }

  @Check(
      requirement = "LINE-5",
      points = 2,
      todo = 8,
      hint = "Write all that waits before you close; a last piece without LF is a line.")
  void answers_all_that_came_before_the_client_ended_its_output(Chat chat, Trial trial) {
    var bob = chat.enter("bob");
    var word = trial.words().word();
    var last = trial.words().word();
    var alice = chat.stranger("alice").sends("alice\n" + word + "\n/who\n" + last).finishes();
    alice.hears("NAME?", "WELCOME alice").hearsTheEnd();
    long lists = alice.heard().stream().filter(line -> line.startsWith("* online: ")).count();
    trial.equal("lists of users, after WELCOME and after /who:", 2L, lists);
    // Their order is for CAST-6 and CAST-9 alone.
    bob.hearsInAnyOrder(alice.message(word), alice.message(last), alice.left());
  }
}
