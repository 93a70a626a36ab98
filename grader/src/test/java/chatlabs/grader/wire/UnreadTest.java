package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class UnreadTest {
  private static final Duration PAUSE = Duration.ofMillis(200);

  @AutoClose private final Wire wire = wire(Duration.ofSeconds(5));
  @AutoClose private final Wire hasty = wire(Duration.ofMillis(20));
  @AutoClose private Program program;

  @BeforeEach
  void start() throws IOException {
    program = new Program();
  }

  @Test
  void what_was_sent_is_read_when_the_program_has_taken_it_from_its_buffer() throws Exception {
    var you = connect(wire).sends("half a line");

    assertThat(waitsFor(() -> program.reads(11), you::isRead))
        .isBetween(PAUSE, Duration.ofSeconds(4));
  }

  @Test
  void a_datagram_is_read_when_the_program_has_taken_it() throws Exception {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var you = datagrams(wire).sends(addressOf(socket), "one".getBytes(UTF_8));
      you.sends(addressOf(socket), "two".getBytes(UTF_8));
      take(socket);

      assertThat(waitsFor(() -> take(socket), you::isRead)).isBetween(PAUSE, Duration.ofSeconds(4));
    }
  }

  @Test
  void a_datagram_to_an_IPv6_socket_too() throws Exception {
    try (var socket = new DatagramSocket(0)) {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
      var you = datagrams(wire).sends(here, "one".getBytes(UTF_8));

      assertThat(waitsFor(() -> take(socket), you::isRead)).isBetween(PAUSE, Duration.ofSeconds(4));
    }
  }

  @Test
  void a_program_that_does_not_read_is_not_waited_for_endlessly() {
    var you = connect(hasty).sends("half a line");
    long start = System.nanoTime();
    you.isRead();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(20));
  }

  @Test
  void a_program_that_takes_no_datagrams_is_not_waited_for_endlessly() throws IOException {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var you = datagrams(hasty).sends(addressOf(socket), "one".getBytes(UTF_8));
      long start = System.nanoTime();
      you.isRead();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(20));
    }
  }

  @Test
  void a_datagram_to_a_closed_port_is_not_waited_for() throws IOException {
    var you = datagrams(wire);
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      you.sends(addressOf(socket), "one".getBytes(UTF_8));
    }
    long start = System.nanoTime();
    you.isRead();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  /** How long this waits, while that happens after a pause. */
  private static Duration waitsFor(Runnable event, Runnable waiting) throws InterruptedException {
    long start = System.nanoTime();
    var later =
        Thread.ofVirtual()
            .start(
                () -> {
                  pause();
                  event.run();
                });
    waiting.run();
    var waited = Duration.ofNanos(System.nanoTime() - start);
    later.join();
    return waited;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void take(DatagramSocket socket) {
    try {
      socket.receive(new DatagramPacket(new byte[10], 10));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static InetSocketAddress addressOf(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static DatagramPeer datagrams(Wire by) {
    return by.datagrams("you", "program", FrameFormat.of("text:*"));
  }

  private static Wire wire(Duration patience) {
    return new Wire(new Transcript(), new Patience(patience), new Bell(Alarm.NONE));
  }

  private Peer connect(Wire by) {
    var you = by.connect("you", "server", program.port());
    program.accepts();
    return you;
  }
}
