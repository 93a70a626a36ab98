package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatagramPeerTest {
  private static final FrameReader FRAMES = FrameFormat.of("kind:1 text:*");

  private final Transcript transcript = new Transcript();
  @AutoClose private final Wire wire = wire(Duration.ofSeconds(10));
  private final DatagramPeer peer = wire.datagrams("you", "program", FRAMES);
  @AutoClose private DatagramSocket program;

  @BeforeEach
  void open() throws IOException {
    program = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  @Test
  void datagrams_come_whole_with_who_sent_them_and_are_answered_there() throws IOException {
    say("Dhello");
    var datagram = peer.receives("a frame");
    assertThat(datagram.bytes()).isEqualTo("Dhello".getBytes(UTF_8));
    assertThat(datagram.from()).isEqualTo(program.getLocalSocketAddress());
    assertThat(datagram.frame()).hasToString("D \"hello\"");
    peer.answers("A".getBytes(UTF_8));
    var answer = new DatagramPacket(new byte[10], 10);
    program.receive(answer);
    assertThat(answer.getLength()).isEqualTo(1);
    assertThat(answer.getPort()).isEqualTo(peer.port());
  }

  @Test
  void both_ways_stand_in_the_transcript() throws IOException {
    say("Dhello");
    peer.receives("a frame");
    peer.answers("A".getBytes(UTF_8));
    assertThat(transcript.events())
        .extracting(e -> ((Event.Datagram) e).from() + ": " + ((Event.Datagram) e).frame())
        .containsExactly("program: D \"hello\"", "you: A");
  }

  @Test
  void silence_is_a_mismatch() {
    var hasty = wire(Duration.ofMillis(1)).datagrams("me", "program", FRAMES);
    var mismatch = catchThrowableOfType(Mismatch.class, () -> hasty.receives("D 0"));
    assertThat(mismatch.outcome()).isEqualTo(Outcome.SILENCE);
    assertThat(mismatch.expected()).isEqualTo("D 0");
    hasty.close();
  }

  @Test
  void another_frame_is_a_mismatch_at_the_place_where_it_came() throws IOException {
    say("Done");
    say("Dtwo");
    var both = peer.receivesAll();
    say("Dthree");
    peer.receives("Dthree".getBytes(UTF_8));
    var mismatch = peer.mismatch(Outcome.WRONG_FRAME, both.get(1), "D \"zwei\"");
    assertThat(mismatch.actual()).isEqualTo("D \"two\"");
    assertThat(transcript.events()).hasSize(4).element(2).isInstanceOf(Event.Divergence.class);
  }

  @Test
  void what_is_expected_byte_for_byte_must_be_so() throws IOException {
    say("Done ");
    var mismatch =
        catchThrowableOfType(Mismatch.class, () -> peer.receives("Done".getBytes(UTF_8)));
    assertThat(mismatch.outcome()).isEqualTo(Outcome.WRONG_FRAME);
    assertThat(mismatch).hasMessage("expected D \"one\" but got D \"one \"");
  }

  @Test
  void nothing_is_nothing_and_something_is_seen() throws IOException {
    peer.receivesNothing("yet");
    say("Done");
    var mismatch = catchThrowableOfType(Mismatch.class, () -> peer.receivesNothing("yet"));
    assertThat(mismatch.outcome()).isEqualTo(Outcome.EXTRA_FRAME);
    peer.receivesNothing("any more");
  }

  @RepeatedTest(50)
  void whatever_was_sent_before_is_seen_by_the_fence() throws IOException {
    for (int i = 0; i < 40; i++) {
      say("D" + i);
    }
    assertThat(peer.receivesAll()).hasSize(40);
    assertThat(peer.count()).isEqualTo(40);
    peer.receivesNothing("any more");
  }

  @Test
  void a_quiet_while_ends_early_when_it_is_not_quiet() throws IOException {
    say("Done");
    var mismatch =
        catchThrowableOfType(
            Mismatch.class, () -> peer.staysQuiet(Duration.ofMinutes(10), "for the test"));
    assertThat(mismatch.outcome()).isEqualTo(Outcome.EXTRA_FRAME);
    peer.staysQuiet(Duration.ofMillis(20), "for the test");
  }

  @Test
  void a_flood_is_counted_and_not_kept() throws IOException {
    byte[] large = new byte[60_000];
    for (int i = 0; i < 1_000; i++) {
      program.send(new DatagramPacket(large, large.length, peer.address()));
      if (i % 3 == 0) {
        peer.count(); // the reader gets its turn
      }
    }
    long kept = peer.receivesAll().size();
    assertThat(kept * large.length).isLessThanOrEqualTo((32L << 20) + large.length);
    say("Dagain");
    assertThat(peer.receives("a frame").frame()).hasToString("D \"again\"");
  }

  @Test
  void an_answer_needs_something_to_answer() {
    assertThatIllegalStateException().isThrownBy(() -> peer.answers(new byte[1]));
  }

  @Test
  void sending_to_nobody_is_no_error() {
    var nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    peer.sends(nobody, new byte[1]).sends(nobody, new byte[1]);
    peer.receivesNothing("from nobody");
  }

  private void say(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    program.send(new DatagramPacket(bytes, bytes.length, peer.address()));
  }

  private Wire wire(Duration patience) {
    return new Wire(transcript, new Patience(patience), new Bell(Alarm.NONE));
  }
}
