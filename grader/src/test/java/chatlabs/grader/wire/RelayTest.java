package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RelayTest {
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));
  @AutoClose private final Wire wire = new Wire(new Transcript(), PATIENCE, new Bell(Alarm.NONE));
  @AutoClose private Program server;
  @AutoClose private Relay relay;

  @BeforeEach
  void start() throws IOException {
    server = new Program();
    relay = new Relay(0, server.port(), (from, to, what) -> seen.add(from + ">" + to + " " + what));
  }

  @Test
  void what_passes_is_passed_on_and_shown() throws InterruptedException {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    you.sends("hel").sends("lo\n");
    assertThat(server.reads(6)).isEqualTo("hello\n");
    server.sends("ACK 1 hello\n").ends();
    you.receives("ACK 1 hello").receivesEnd();

    assertThat(seen.take()).isEqualTo("client 1>server (connects)");
    assertThat(seen.take()).isEqualTo("client 1>server hello\\n");
    assertThat(seen.take()).isEqualTo("server>client 1 ACK 1 hello\\n");
    assertThat(seen.take()).isEqualTo("server>client 1 (end of stream)");
  }

  @Test
  void half_close_is_passed_on() {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    you.sends("last").finishes();
    assertThat(server.readsAll()).isEqualTo("last");
    server.sends("still here\n").ends();

    you.receives("still here").receivesEnd();
  }

  @Test
  void an_endless_line_is_shown_in_pieces() throws InterruptedException {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    you.sends("x".repeat(5_000));
    server.reads(5_000);

    seen.take();
    assertThat(seen.take()).isEqualTo("client 1>server " + "x".repeat(2_000));
    assertThat(seen.take()).isEqualTo("client 1>server " + "x".repeat(2_000));
  }

  @Test
  void a_server_that_is_gone_is_said_to_refuse() throws Exception {
    server.close();
    var end = catchThrowable(() -> wire.connect("you", "server", relay.port()).receivesEnd());

    assertThat(end).satisfiesAnyOf(none -> assertThat(none).isNull(), RelayTest::isReset);
    assertThat(seen.take()).isEqualTo("server>client 1 (connection refused)");
  }

  /** The reset may come before the connection is known to stand. */
  private static void isReset(Throwable thrown) {
    assertThat(((Mismatch) thrown).outcome()).isEqualTo(Outcome.RESET);
  }

  @Test
  void closing_cuts_all_connections() throws IOException {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();

    relay.close();

    you.receivesEnd();
    assertThat(server.restUntilCut()).isEmpty();
  }

  @Test
  void a_port_in_use_is_said_so() throws IOException {
    try (var taken = new ServerSocket(0)) {
      assertThat(catchThrowable(() -> new Relay(taken.getLocalPort(), 1, (f, t, w) -> {})))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void what_comes_at_once_can_be_cut_into_pieces() {
    var pieces = piecesOf(Flow.PLAIN.inPiecesOf(2), "hello", 5);
    assertThat(pieces).containsExactly("he", "ll", "o");
  }

  @Test
  void what_comes_in_pieces_can_be_joined() {
    var transcript = new Transcript();
    var joined = new Wire(transcript, PATIENCE, new Bell(Alarm.NONE));
    try (joined) {
      var before = joined.relay(address(server.port()));
      before.toServer(Flow.PLAIN.joinedTo(4));
      var you = joined.connect("you", "server", before.port());
      server.accepts();
      you.sends("a").sends("b").sends("c").sends("d");
      assertThat(server.reads(4)).isEqualTo("abcd");
      you.sends("e").finishes();
      assertThat(server.readsAll()).as("the end lets the rest go").isEqualTo("e");
      assertThat(pieces(transcript)).containsExactly("abcd", "e");
    }
  }

  @Test
  void what_passes_can_be_delayed_and_never_comes_too_early() {
    relay.toServer(Flow.PLAIN.delayedBy(Duration.ofMillis(60)));
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    long start = System.nanoTime();
    you.sends("x");
    assertThat(server.reads(1)).isEqualTo("x");
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(60_000_000);
  }

  @Test
  void one_direction_can_be_ended_while_the_other_lives() {
    relay.toServer(Flow.PLAIN.endingAfter(3));
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    you.sends("hello").sends("x".repeat(100_000));
    assertThat(server.readsAll()).isEqualTo("hel");
    server.sends("still here\n");
    you.receives("still here");
  }

  @Test
  void a_connection_can_be_reset_in_the_middle_of_what_passes() {
    relay.toClient(Flow.PLAIN.resettingAfter(4));
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    server.sends("ACK 1 hello\n");
    var torn = catchThrowable(() -> you.receivesEndOfStream());
    assertThat(((Mismatch) torn).outcome()).isIn(Outcome.RESET, Outcome.EXTRA_LINE);
    assertThat(server.restUntilCut()).isEmpty();
  }

  @Test
  void all_connections_can_be_reset_and_others_can_come() {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    relay.reset();
    you.receivesEnd();
    var again = wire.connect("again", "server", relay.port());
    server.accepts();
    server.sends("welcome back\n");
    again.receives("welcome back");
  }

  @Test
  void a_flow_can_change_while_a_connection_lives() {
    var you = wire.connect("you", "server", relay.port());
    server.accepts();
    you.sends("a");
    assertThat(server.reads(1)).isEqualTo("a");
    relay.toServer(Flow.PLAIN.endingAfter(2));
    you.sends("bcd");
    assertThat(server.readsAll()).isEqualTo("b");
  }

  @Test
  void an_impossible_flow_is_refused() {
    assertThat(catchThrowable(() -> Flow.PLAIN.inPiecesOf(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> Flow.PLAIN.delayedBy(Duration.ofMillis(-1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The pieces in which this was passed on. */
  private List<String> piecesOf(Flow flow, String text, int length) {
    var transcript = new Transcript();
    try (var other = new Wire(transcript, PATIENCE, new Bell(Alarm.NONE))) {
      var before = other.relay(address(server.port()));
      before.toServer(flow);
      var you = other.connect("you", "server", before.port());
      server.accepts();
      you.sends(text);
      assertThat(server.reads(length)).isEqualTo(text);
      return pieces(transcript);
    }
  }

  private static List<String> pieces(Transcript transcript) {
    return transcript.events().stream()
        .filter(e -> e instanceof Event.Bytes b && b.from().equals("client 1"))
        .map(e -> new String(((Event.Bytes) e).bytes(), UTF_8))
        .toList();
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
