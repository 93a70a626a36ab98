package chatlabs.stopandwait.hidden;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.channel.Fate;
import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import chatlabs.stopandwait.checks.SenderRole;
import chatlabs.stopandwait.checks.Transfer;
import java.time.Duration;

/** Harder variants of what the public checks of the sender ask for. */
@NeedsClasses
class HiddenSenderTest {
  @Check(
      requirement = "SAW-5",
      points = 2,
      todo = 5,
      hint = "What does your socket do when the system tells it that nobody listens there?")
  void a_port_where_nobody_listens_counts_as_silence(Trial trial) {
    var gone = trial.datagrams("nobody", "sender");
    var address = gone.address();
    gone.close();
    var sender = trial.make(SenderRole.class, address, Duration.ofMillis(15), 2);
    byte[] payload = trial.words().word().getBytes(UTF_8);
    trial.thrownBy(
        "send() to a port where nobody listens",
        "java.net.SocketTimeoutException",
        () -> {
          sender.send(payload);
          return true;
        });
  }

  @Check(
      requirement = "SAW-14",
      points = 2,
      todo = 9,
      hint = "Around the number 255 the same rules hold as anywhere else.")
  void losses_at_the_end_of_the_numbers_are_made_good(Trial trial) {
    var transfer = Transfer.hasty(trial, 40);
    var channel = transfer.channel().holds("A 253", "nothing").loses("A 255");
    channel.on("A 0", 2, Fate.LOST); // that of frame 256
    transfer.keepsBack("D 254", Fate.LOST);
    var sending = transfer.startsSending(260);
    transfer.awaits("A 253", 1, sending);
    transfer.awaits("D 254", 1, sending);
    channel.channel().release(); // the first A 253, when A 254 is due
    transfer.letsThrough("D 254", sending);
    transfer.returns(sending);
    transfer.delivers(260);
  }
}
