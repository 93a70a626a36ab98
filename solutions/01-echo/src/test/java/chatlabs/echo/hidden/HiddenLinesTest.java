package chatlabs.echo.hidden;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.echo.checks.Echo;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** Harder lines: at the limit, cut in odd places, with odd bytes. */
class HiddenLinesTest {
  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 5,
      hint = "Where does a line end: at each CR, or at LF alone?")
  void a_CR_inside_a_line_belongs_to_the_text(Echo echo, Trial trial) {
    var word = trial.words().word();
    var text = word + "\r" + word;
    echo.guest().says(text).receivesAck(text);
  }

  @Check(
      requirement = "LINE-1",
      points = 2,
      todo = 5,
      hint = "Collect the bytes of the whole line first, and decode them then.")
  void a_segment_may_end_in_the_middle_of_a_character(Echo echo, Trial trial) {
    var text = trial.words().word() + "€";
    var line = (text + "\n").getBytes(UTF_8);
    var you = echo.guest();
    you.sends(Arrays.copyOf(line, line.length - 2));
    you.staysQuiet(Duration.ofMillis(20), "the server is to read this half of the € alone");
    you.sends(Arrays.copyOfRange(line, line.length - 2, line.length)).receivesAck(text);
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 5,
      hint = "Does the CR count, before you have taken it off?")
  void the_CR_before_the_LF_does_not_count_for_the_limit(Echo echo, Trial trial) {
    var longest = trial.words().letters(1_024);
    echo.guest().sends(longest + "\r\n").receivesAck(longest);
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 6,
      hint = "How many bytes has a character?")
  void the_limit_is_in_bytes_and_not_in_characters(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.says("é".repeat(600)).receivesRefusal();
    you.says(word).receivesAck(word);
  }

  @Check(
      requirement = "LINE-3",
      points = 2,
      todo = 6,
      hint = "The rest of the line goes up to its LF: no byte less, and no byte more.")
  void a_very_long_line_is_thrown_away_up_to_its_LF(Echo echo, Trial trial) {
    var word = trial.words().word();
    var you = echo.guest();
    you.sends(trial.words().letters(20_000) + "\n" + word + "\n"); // less than one segment
    you.receivesRefusal().receivesAck(word);
  }

  @Check(
      requirement = "LINE-4",
      points = 2,
      todo = 5,
      hint = "What does new String(bytes, UTF_8) make of such bytes?")
  void bytes_that_are_not_UTF_8_are_replaced(Echo echo, Trial trial) {
    // Only such bytes as all usual decoders replace alike: of surrogates, eda080, Java makes one
    // U+FFFD, Python and browsers three.
    var line = HexFormat.of().parseHex("61ff62c32863e28264f09f9865c0af66e0808067" + "0a");
    var text = new String(line, 0, line.length - 1, UTF_8);
    echo.guest().sends(line).receivesAck(text);
  }

  @Check(
      requirement = "LINE-5",
      points = 2,
      todo = 6,
      hint = "A last piece without LF is a line in every way.")
  void a_last_piece_without_LF_may_be_too_long(Echo echo, Trial trial) {
    echo.guest().sends(trial.words().letters(1_500)).finishes().receivesRefusal();
  }
}
