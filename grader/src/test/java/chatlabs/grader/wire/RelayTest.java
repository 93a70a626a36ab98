package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RelayTest {
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
  private final Wire wire =
      new Wire(new Transcript(), new Patience(Duration.ofSeconds(5)), new Bell(Alarm.NONE));
  private Program server;
  private Relay relay;

  @BeforeEach
  void start() throws IOException {
    server = new Program();
    relay = new Relay(0, server.port(), (from, to, what) -> seen.add(from + ">" + to + " " + what));
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    relay.close();
    server.close();
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
}
