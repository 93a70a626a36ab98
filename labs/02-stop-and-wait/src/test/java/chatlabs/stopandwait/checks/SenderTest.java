package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Later;
import chatlabs.grader.check.Trial;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;

/** SAW-3 to SAW-5 and SAW-14: what the sender sends, how often, and when it gives up. */
@NeedsClasses
class SenderTest {
  private static final String GIVEN_UP = "java.net.SocketTimeoutException";

  @Check(
      requirement = "SAW-4",
      points = 2,
      todo = 5,
      hint = "The first frame has number 0, each further one the next.")
  void each_frame_is_sent_once_and_send_returns_when_it_is_acknowledged(Trial trial) {
    var sending = Sending.patient(trial);
    for (int number = 0; number < 4; number++) {
      sending.delivers(number, trial.words().sentence());
    }
    sending.receiver().receivesNothing("after the last acknowledgement");
  }

  @Check(
      requirement = "SAW-4",
      points = 3,
      todo = 5,
      hint = "Where does send wait for the acknowledgement, before it returns?")
  void the_next_frame_waits_for_the_acknowledgement(Trial trial) {
    var first = trial.words().word();
    var second = trial.words().word();
    var sending = Sending.hasty(trial, 20);
    var sent = sending.send(first, second);
    sending.receiver().receives(Wire.data(0, first));
    sending.receiver().receives(Wire.data(0, first));
    sending.receiver().answers(Wire.ack(0));
    sending.receivesAfter(Wire.data(0, first), Wire.data(1, second));
    sending.receiver().answers(Wire.ack(1));
    sent.value();
  }

  @Check(
      requirement = "SAW-3",
      points = 2,
      todo = 5,
      hint = "A frame may be empty, and it may carry exactly 1,024 bytes.")
  void a_payload_has_0_to_1024_bytes(Trial trial) {
    var sending = Sending.patient(trial);
    sending.delivers(0, "");
    sending.delivers(1, trial.words().letters(Wire.LIMIT));
  }

  @Check(
      requirement = "SAW-3",
      points = 2,
      todo = 5,
      hint = "Refuse it before anything is sent or counted.")
  void a_payload_of_1025_bytes_is_refused_and_takes_no_number(Trial trial) {
    var sending = Sending.patient(trial);
    byte[] tooLong = trial.words().letters(Wire.LIMIT + 1).getBytes(UTF_8);
    sending.delivers(0, trial.words().word());
    sending.send(tooLong).throwsA("java.lang.IllegalArgumentException");
    sending.delivers(1, trial.words().word());
  }

  @Check(
      requirement = "SAW-5",
      points = 3,
      todo = 5,
      hint = "The same datagram again: the same number, and all other bytes too.")
  void the_same_bytes_are_sent_again_until_they_are_acknowledged(Trial trial) {
    var text = trial.words().sentence();
    var sending = Sending.hasty(trial, 20);
    var sent = sending.send(text);
    for (int transmission = 1; transmission <= 3; transmission++) {
      sending.receiver().receives(Wire.data(0, text));
    }
    sending.receiver().answers(Wire.ack(0));
    sent.value();
  }

  @Check(
      requirement = "SAW-5",
      points = 2,
      todo = 5,
      hint = "Each transmission has the whole timeout for its acknowledgement.")
  void nothing_is_sent_again_before_the_timeout(Trial trial) {
    Timeouts.longerThanDelays(trial, millis -> retransmitsInTime(trial, millis));
  }

  private static void retransmitsInTime(Trial trial, int millis) {
    var text = trial.words().word();
    var sending = Sending.hasty(trial, millis);
    long start = System.nanoTime();
    var sent = sending.send(text);
    sending.receiver().receives(Wire.data(0, text));
    for (int retry = 1; retry <= 2; retry++) {
      var again = sending.receiver().receives(Wire.data(0, text));
      long least = retry * (millis - 2L); // clocks that count in milliseconds may be early by one
      long waited = (System.nanoTime() - start) / 1_000_000;
      if (waited < least) {
        String due = "transmission " + (retry + 1) + " after " + retry * millis + " ms at least";
        throw sending.receiver().mismatch(Outcome.EXTRA_FRAME, again, due);
      }
    }
    sending.receiver().answers(Wire.ack(0));
    sent.value();
  }

  @Check(
      requirement = "SAW-5",
      points = 3,
      todo = 5,
      hint = "One transmission, and maxRetries more: with 3 retries, 4 datagrams in all.")
  void gives_up_after_the_last_retry(Trial trial) {
    var sending = Sending.of(trial, 15, 3);
    var text = trial.words().word();
    sending.send(text).throwsA(GIVEN_UP);
    int count = sending.receiver().receivesAll().size();
    trial.equal("the number of transmissions, 1 and 3 retries:", 4, count);
  }

  @Check(
      requirement = "SAW-5",
      points = 2,
      todo = 5,
      hint = "The last retry can be acknowledged like every other transmission.")
  void the_last_retry_may_succeed(Trial trial) {
    Timeouts.shortThenLong(
        trial,
        millis -> {
          var sending = Sending.of(trial, millis, 1);
          var text = trial.words().word();
          var sent = sending.send(text);
          sending.receiver().receives(Wire.data(0, text));
          sending.receiver().receives(Wire.data(0, text));
          sending.receiver().answers(Wire.ack(0));
          sent.value();
        });
  }

  @Check(
      requirement = "SAW-14",
      points = 2,
      todo = 5,
      hint = "The number has one byte on the wire. What comes after 255?")
  void the_number_after_255_is_0(Trial trial) {
    var sending = Sending.patient(trial);
    for (int frame = 0; frame < 258; frame++) {
      sending.delivers(frame % 256, "frame " + frame);
    }
  }

  @Check(
      requirement = "SAW-11",
      points = 2,
      todo = 6,
      hint = "The end is a frame like the others: it has the next number.")
  void close_sends_the_end_with_the_next_number(Trial trial) {
    var sending = Sending.patient(trial);
    sending.delivers(0, trial.words().word());
    sending.ends(1);
    sending.receiver().receivesNothing("after the acknowledgement of the end");
  }

  @Check(
      requirement = "SAW-11",
      points = 2,
      todo = 6,
      hint = "The end can be lost like any frame, and then it is sent again.")
  void the_end_is_sent_again_until_it_is_acknowledged(Trial trial) {
    var sending = Sending.hasty(trial, 20);
    var closed = sending.close();
    sending.receiver().receives(Wire.fin(0));
    sending.receiver().receives(Wire.fin(0));
    sending.receiver().answers(Wire.ack(0));
    closed.value();
  }

  @Check(
      requirement = "SAW-11",
      points = 2,
      todo = 6,
      hint = "Nobody can know whether the end has arrived. Whom would an exception help?")
  void close_returns_although_nobody_answers(Trial trial) {
    var sending = Sending.of(trial, 20, 2);
    sending.close().value();
    int count = sending.receiver().receivesAll().size();
    trial.equal("how often the end was sent, with 2 retries:", 3, count);
  }

  @Check(
      requirement = "LINE-7",
      points = 2,
      todo = 6,
      hint = "Close the socket in every case, and remember that it was done.")
  void close_frees_the_port_and_may_be_called_again(Trial trial) {
    var sending = Sending.patient(trial);
    var sent = sending.send("hello");
    int port = sending.receiver().receives(Wire.data(0, "hello")).from().getPort();
    sending.receiver().answers(Wire.ack(0));
    sent.value();
    sending.ends(1);
    closesAgain(sending);
    Port.isFree(trial, port);
    trial.noThreadLeft("close()", Duration.ofSeconds(2));
  }

  private static void closesAgain(Sending sending) {
    Later<Boolean> again = sending.close();
    again.value();
    sending.receiver().receivesNothing("after the second close()");
  }
}
