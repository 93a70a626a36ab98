package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.Signal;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
  private final Transcript transcript = new Transcript();
  private final AtomicBoolean alarmed = new AtomicBoolean();
  private final Bell bell = new Bell(this::alarm);

  @AutoClose
  private final Wire wire = new Wire(transcript, new Patience(Duration.ofSeconds(10)), bell);

  @Test
  void a_port_at_which_nobody_listens_refuses() throws IOException {
    int port = freePort();

    var mismatch = catchThrowableOfType(Mismatch.class, () -> wire.connect("you", "server", port));

    assertThat(mismatch.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(transcript.events())
        .anyMatch(e -> e instanceof Event.Mark mark && mark.signal() == Signal.REFUSED)
        .anyMatch(Event.Divergence.class::isInstance);
  }

  @Test
  void a_server_that_never_accepts_is_silent_and_no_trouble_of_the_grader() throws IOException {
    var hasty = new Wire(transcript, new Patience(Duration.ofMillis(20)), bell);
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var mismatch =
          catchThrowableOfType(
              Mismatch.class,
              () -> {
                for (int i = 0; i < 20; i++) {
                  hasty.connect("you " + i, "server", full.getLocalPort());
                }
              });
      assertThat(mismatch.outcome()).isEqualTo(Outcome.SILENCE);
    } finally {
      hasty.close();
    }
  }

  @Test
  void a_listener_talks_to_the_program_that_connects() throws IOException {
    var listener = wire.listen("server", "client");
    try (var program = new Program()) {
      program.connects(listener.port()).sends("hello\n");
      listener.accept().receives("hello").says("ACK 1 hello");

      assertThat(program.reads(12)).isEqualTo("ACK 1 hello\n");
    }
  }

  @Test
  void a_listener_that_was_closed_refuses_at_once() throws IOException {
    for (int i = 0; i < 300; i++) { // its thread needs a moment to give the socket back
      var listener = wire.listen("server", "client");
      listener.close();

      assertThat(catchThrowable(() -> new Socket("127.0.0.1", listener.port()).close()))
          .isNotNull();
    }
  }

  @Test
  void a_listener_to_which_nobody_connects_sees_silence() {
    var hasty = new Wire(transcript, new Patience(Duration.ofMillis(5)), bell);
    var listener = hasty.listen("server", "client");

    var mismatch = catchThrowableOfType(Mismatch.class, listener::accept);

    assertThat(mismatch.outcome()).isEqualTo(Outcome.SILENCE);
    assertThat(transcript.events()).anyMatch(Event.Divergence.class::isInstance);
    hasty.close();
  }

  @Test
  void an_alarm_ends_the_wait_for_a_connection_at_once() {
    var listener = wire.listen("server", "client");
    Thread.ofVirtual().start(() -> bell.ring(() -> alarmed.set(true)));

    assertThat(catchThrowable(listener::accept)).hasMessage("alarm");
  }

  @Test
  void an_alarm_ends_a_send_to_a_program_that_does_not_read() throws IOException {
    try (var program = new Program()) {
      var you = wire.connect("you", "server", program.port());
      program.accepts();
      Thread.ofVirtual().start(() -> bell.ring(() -> alarmed.set(true)));

      assertThat(catchThrowable(() -> you.sends(new byte[64 << 20]))).hasMessage("alarm");
    }
  }

  @Test
  void connections_may_be_opened_by_several_threads_and_are_all_closed() throws Exception {
    var listener = wire.listen("server", "client");
    var start = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 20; i++) {
      String name = "c" + i;
      threads.add(Thread.ofVirtual().start(() -> connectAfter(start, name, listener.port())));
    }
    start.countDown();
    for (var thread : threads) {
      thread.join();
    }
    var first = listener.accept();
    wire.close();

    assertThat(catchThrowable(() -> new Socket("127.0.0.1", listener.port()).close())).isNotNull();
    assertThat(first.name()).isEqualTo("server");
    assertThat(marks(Signal.END_OF_STREAM)).isGreaterThanOrEqualTo(21);
  }

  private void connectAfter(CountDownLatch start, String name, int port) {
    try {
      start.await();
      wire.connect(name, "server", port);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long marks(Signal signal) {
    return transcript.events().stream()
        .filter(e -> e instanceof Event.Mark mark && mark.signal() == signal)
        .count();
  }

  private void alarm() {
    if (alarmed.get()) {
      throw new IllegalStateException("alarm");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
