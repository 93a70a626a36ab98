package chatlabs.stopandwait.hidden;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.stopandwait.checks.Codec;
import chatlabs.stopandwait.checks.Wire;

/** Harder variants of what the public checks of frames ask for. */
@NeedsClasses
class HiddenFrameTest {
  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "Which bytes does the checksum cover?")
  void a_damaged_header_is_seen(Trial trial) {
    byte[] datagram = Wire.data(4, trial.words().word());
    byte[] fin = Wire.fin(64);
    for (int bit = 0; bit < 8 * Wire.HEADER; bit++) {
      isNone(trial, "a D with bit " + bit + " flipped", Wire.damaged(datagram, bit));
      isNone(trial, "an F with bit " + bit + " flipped", Wire.damaged(fin, bit));
    }
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "Which frames may have a payload at all?")
  void an_A_or_F_with_a_payload_is_no_frame(Trial trial) {
    byte[] payload = trial.words().word().getBytes(UTF_8);
    isNone(trial, "an A with a payload", Wire.frame('A', 3, payload));
    isNone(trial, "an F with a payload", Wire.frame('F', 3, payload));
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "The limit holds in both directions.")
  void a_payload_over_the_limit_is_no_frame(Trial trial) {
    byte[] payload = trial.words().letters(Wire.LIMIT + 1).getBytes(UTF_8);
    isNone(trial, "a D with 1,025 bytes", Wire.data(3, payload));
  }

  private static void isNone(Trial trial, String what, byte[] datagram) {
    var decoded = trial.statics(Codec.class).decode(datagram, datagram.length);
    trial.equal("decode to find a frame in " + what + ":", false, decoded != null);
  }
}
