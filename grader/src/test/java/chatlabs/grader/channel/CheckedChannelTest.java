package chatlabs.grader.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Mishap;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.wire.Alarm;
import chatlabs.grader.wire.Bell;
import chatlabs.grader.wire.Datagram;
import chatlabs.grader.wire.DatagramPeer;
import chatlabs.grader.wire.FrameFormat;
import chatlabs.grader.wire.FrameReader;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.wire.Wire;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CheckedChannelTest {
  private static final FrameReader FRAMES = FrameFormat.of("kind:1 number:1 text:*");
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10));

  private final Transcript transcript = new Transcript();
  private final Bell bell = new Bell(Alarm.NONE);
  @AutoClose private final Wire wire = new Wire(transcript, PATIENCE, bell);
  private final DatagramPeer sender = wire.datagrams("sender", "channel", FRAMES);
  private final DatagramPeer receiver = wire.datagrams("receiver", "channel", FRAMES);
  private final CheckedChannel channel =
      wire.closing(
          new CheckedChannel(
              "sender", "receiver", receiver.address(), FRAMES, transcript, PATIENCE, bell));

  @Test
  void datagrams_pass_and_so_do_answers_which_come_from_the_channel() {
    send('D', 0, "hello");
    assertThat(receiver.receives("a frame").frame()).hasToString("D 0 \"hello\"");
    receiver.answers(frame('A', 0, ""));
    var answer = sender.receives("an acknowledgement");
    assertThat(answer.frame()).hasToString("A 0");
    assertThat(answer.from()).isEqualTo(channel.address());
  }

  @Test
  void what_the_script_loses_does_not_arrive_and_is_counted() {
    channel.loses("D 1");
    send('D', 0, "a");
    send('D', 1, "b");
    send('D', 1, "b");
    channel.settles();
    assertThat(receiver.receivesAll())
        .extracting(d -> d.frame().id())
        .containsExactly("D 0", "D 1");
    assertThat(channel.count(Way.FORTH, "D")).isEqualTo(3);
    assertThat(channel.count("D 1")).isEqualTo(2);
    assertThat(channel.passages().get(1).fate()).isEqualTo(Fate.LOST);
  }

  @Test
  void what_is_doubled_arrives_twice_and_counts_once() {
    channel.doubles("D 0");
    send('D', 0, "a");
    channel.settles();
    assertThat(receiver.receivesAll()).hasSize(2);
    assertThat(channel.passages()).hasSize(1);
  }

  @Test
  void what_is_held_arrives_right_after_what_it_waits_for() {
    channel.holds("A 2", "D 3");
    send('D', 2, "a");
    receiver.receives("a frame");
    receiver.answers(frame('A', 2, ""));
    channel.settles();
    sender.receivesNothing("before D 3 has passed");
    assertThat(channel.channel().holding()).isEqualTo(1);
    send('D', 3, "b");
    assertThat(sender.receives("an acknowledgement").frame()).hasToString("A 2");
    assertThat(channel.channel().holding()).isZero();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void what_has_arrived_at_the_sender_is_read_when_it_was_taken() throws Exception {
    try (var slow = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      byte[] frame = frame('D', 0, "a");
      slow.send(new DatagramPacket(frame, frame.length, channel.address()));
      receiver.receives("a frame");
      receiver.answers(frame('A', 0, ""));
      long start = System.nanoTime();
      var pause = Duration.ofMillis(200);
      var reader = Thread.ofVirtual().start(() -> takesAfter(pause, slow));
      channel.isRead();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(pause, Duration.ofSeconds(8));
      reader.join();
    }
  }

  private static void takesAfter(Duration pause, DatagramSocket socket) {
    try {
      Thread.sleep(pause);
      socket.receive(new DatagramPacket(new byte[10], 10));
    } catch (IOException | InterruptedException trouble) {
      throw new IllegalStateException(trouble);
    }
  }

  @Test
  void a_damaged_bit_is_the_one_that_was_asked_for() {
    channel.damages("D 0", 17);
    send('D', 0, "a");
    byte[] expected = frame('D', 0, "a");
    expected[2] ^= 0x40;
    receiver.receives(expected);
  }

  @Test
  void the_divergence_stands_behind_the_datagram_that_it_is_about() {
    send('D', 0, "a");
    send('D', 7, "b");
    send('D', 1, "c");
    channel.settles();
    var wrong = channel.passages(a -> a.frame().id().equals("D 7")).getFirst();
    Mismatch mismatch = channel.mismatch(Outcome.WRONG_FRAME, wrong, "D 1", "D 7");
    assertThat(mismatch.outcome()).isEqualTo(Outcome.WRONG_FRAME);
    var events = transcript.events();
    var divergence = events.stream().filter(Event.Divergence.class::isInstance).findFirst();
    int at = events.indexOf(divergence.orElseThrow());
    assertThat(events.get(at - 1))
        .isInstanceOfSatisfying(
            Event.Datagram.class, d -> assertThat(d.frame()).isEqualTo("D 7 \"b\""));
    assertThat(at).isLessThan(events.size() - 1);
  }

  @Test
  void the_transcript_shows_what_became_of_each() {
    channel.loses("D 0").holds("D 1", Fate.NEXT);
    send('D', 0, "");
    send('D', 1, "");
    send('D', 2, "");
    channel.settles();
    assertThat(transcript.events())
        .filteredOn(
            e -> e instanceof Event.Datagram d && d.to().equals("receiver") && d.number() > 0)
        .extracting(
            e -> ((Event.Datagram) e).frame(),
            e -> ((Event.Datagram) e).leg(),
            e -> ((Event.Datagram) e).mishaps())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("D 0", Leg.FIRST, Set.of(Mishap.LOST)),
            org.assertj.core.groups.Tuple.tuple("D 1", Leg.FIRST, Set.of(Mishap.HELD)),
            org.assertj.core.groups.Tuple.tuple("D 2", Leg.WHOLE, Set.of()),
            org.assertj.core.groups.Tuple.tuple("D 1", Leg.SECOND, Set.of(Mishap.HELD)));
  }

  @Test
  void a_frame_that_does_not_come_is_silence() {
    var impatient =
        new CheckedChannel(
            "sender",
            "receiver",
            receiver.address(),
            FRAMES,
            transcript,
            new Patience(Duration.ofMillis(1)),
            bell);
    wire.closing(impatient);
    assertThatThrownBy(() -> impatient.awaits("D 0", 2))
        .isInstanceOfSatisfying(
            Mismatch.class, m -> assertThat(m.outcome()).isEqualTo(Outcome.SILENCE))
        .hasMessageContaining("D 0, the 2. time");
  }

  @RepeatedTest(20)
  void whatever_was_sent_before_is_counted_once_the_channel_has_settled() {
    for (int i = 0; i < 100; i++) {
      send('D', i, "x");
    }
    channel.settles();
    assertThat(channel.passages()).hasSize(100);
    assertThat(receiver.receivesAll()).extracting(Datagram::frame).hasSize(100);
  }

  private void send(char kind, int number, String text) {
    sender.sends(channel.address(), frame(kind, number, text));
  }

  private static byte[] frame(char kind, int number, String text) {
    return ((char) kind + String.valueOf((char) number) + text)
        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
