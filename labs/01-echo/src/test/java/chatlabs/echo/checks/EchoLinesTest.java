package chatlabs.echo.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;

/** LINE-1 to LINE-5: what a line is, and what is done with odd ones. */
class EchoLinesTest {
  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 5,
      hint = "What follows a LF in the same read is the beginning of the next line: keep it.")
  void a_segment_may_end_one_line_and_begin_the_next(Echo echo, Trial trial) {
    var one = trial.words().word();
    var begin = trial.words().word();
    var end = trial.words().word();
    var you = echo.guest();
    you.sends(one + "\n" + begin).receivesAck(one);
    you.staysQuiet(Duration.ofMillis(15), "the second line is not complete yet");
    you.sends(end + "\n").receivesAck(begin + end);
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 5,
      hint = "Some clients, such as telnet, end their lines with CR LF. Take one CR off, too.")
  void a_line_may_end_with_CR_LF(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.sends(word + "\n").receivesAck(word);
    you.sends(word + "\r\n").receivesTheSameAck();
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 5,
      hint =
          "Name the charset wherever bytes become text, and wherever text becomes bytes. The"
              + " default is another one on each machine.")
  void text_is_UTF_8(Echo echo, Trial trial) {
    var text = trial.words().word() + " Grüße, żółw, 你好, 👋";
    echo.guest().says(text).receivesAck(text);
  }

  @Check(
      requirement = "LINE-2",
      points = 2,
      todo = 5,
      hint = "println() and %n end a line as the platform does. Write \\n yourself.")
  void each_reply_ends_with_a_single_LF(Echo echo, Trial trial) {
    var you = echo.guest();
    you.says(trial.words().word()).receivesAckWithoutCr();
    you.says(trial.words().word()).receivesAckWithoutCr();
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 5,
      hint = "1,024 bytes are allowed; 1,025 are too many.")
  void a_line_may_have_1024_bytes(Echo echo, Trial trial) {
    var longest = trial.words().letters(1_024);
    echo.guest().says(longest).receivesAck(longest);
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 6,
      hint = "Answer ERR too-long, throw the line away up to its LF, and go on with the next one.")
  void a_longer_line_is_refused(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.says(trial.words().letters(1_025)).receives("ERR too-long");
    you.says(word).receivesAck(word);
  }

  @Check(
      requirement = "LINE-4",
      points = 2,
      todo = 5,
      hint = "A strict decoder throws. new String(bytes, UTF_8) replaces what is not UTF-8.")
  void bytes_that_are_not_UTF_8_do_no_harm(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.sends("caf\u00e9 \u00ff\u00fe\n".getBytes(ISO_8859_1)).receivesAnyAck();
    you.says(word).receivesAck(word);
  }

  @Check(
      requirement = "LINE-5",
      points = 2,
      todo = 5,
      hint = "The client's output has ended; yours has not. Send all replies before you close.")
  void answers_all_that_came_before_the_client_ended_its_output(Echo echo, Trial trial) {
    var word = trial.words().word();
    echo.guest().says(word).finishes().receivesAck(word).receivesEnd();
  }

  @Check(
      requirement = "LINE-5",
      points = 2,
      todo = 5,
      hint = "What is left in your reader when the stream ends?")
  void the_last_line_may_lack_its_LF(Echo echo, Trial trial) {
    var word = trial.words().word();
    echo.guest().sends(word).finishes().receivesAck(word);
  }
}
