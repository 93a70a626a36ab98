package chatlabs.stopandwait.checks;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.time.Duration;

/** SAW-16, LINE-7 and LINE-8: how a receiver begins and ends. */
@NeedsClasses
class LifecycleTest {
  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 9,
      hint = "Open the socket in the constructor, not in the thread that it starts.")
  void frames_can_come_as_soon_as_the_constructor_has_returned(Trial trial) {
    var word = trial.words().word();
    Receiving.onAnyPort(trial).takes(0, word).delivers(word);
  }

  @Check(
      requirement = "LINE-8",
      points = 2,
      todo = 9,
      hint = "Let the BindException out as it is. What does SO_REUSEADDR mean for UDP?")
  void a_port_in_use_gives_a_BindException(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.takes(0, word);
    int port = receiving.port();
    trial.thrownBy(
        "new Receiver(" + port + "), a port that another Receiver has",
        "java.net.BindException",
        () -> trial.make(ReceiverRole.class, port));
    receiving.takes(1, word);
  }

  @Check(
      requirement = "SAW-16",
      points = 2,
      todo = 10,
      hint = "Somebody may stand in receive() when close() is called. Who wakes them up?")
  void close_ends_a_waiting_receive(Receiving receiving, Trial trial) {
    var word = trial.words().word();
    receiving.takes(0, word).delivers(word);
    var waiting = receiving.waits();
    receiving.close();
    trial.equal("the waiting receive() to return", null, waiting.value());
  }

  @Check(
      requirement = "SAW-16",
      points = 2,
      todo = 10,
      hint = "Is the socket closed when close() returns?")
  void close_frees_the_port(Trial trial) {
    var receiving = Receiving.onAnyPort(trial);
    receiving.takes(0, trial.words().word());
    receiving.close();
    trial.remark("calls new Receiver(" + receiving.port() + ")");
    trial.make(ReceiverRole.class, receiving.port());
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 10,
      hint = "Which threads did you start, and what does each of them wait for?")
  void close_ends_every_thread(Receiving receiving, Trial trial) {
    receiving.takes(0, trial.words().word());
    receiving.close();
    trial.noThreadLeft("close()", Duration.ofSeconds(2));
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 10,
      hint = "The second close() finds everything closed already, and that is no error.")
  void close_may_be_called_again_and_from_any_thread(Receiving receiving, Trial trial) {
    receiving.takes(0, trial.words().word());
    var one = trial.later("close()", () -> closed(receiving));
    var other = trial.later("close() by another thread", () -> closed(receiving));
    one.value();
    other.value();
    receiving.close();
  }

  private static boolean closed(Receiving receiving) {
    receiving.close();
    return true;
  }
}
