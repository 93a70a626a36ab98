package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example over TCP does what the handout shows. */
class TcpFramesTest {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void take_what_is_printed() {
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void give_the_console_back() {
    System.setOut(console);
  }

  @Test
  void each_frame_is_acknowledged_before_the_next_one_is_sent() throws Exception {
    try (var listener = new ServerSocket(0)) {
      var receiving = new FutureTask<>(() -> received(listener));
      new Thread(receiving, "receiver").start();
      TcpFrames.send("localhost", listener.getLocalPort(), 3);
      receiving.get();
    }
    var lines = printed.toString(UTF_8).lines().toList();
    assertThat(lines)
        .containsSubsequence(
            "sent: Frame 1, answer: ACK",
            "sent: Frame 2, answer: ACK",
            "sent: Frame 3, answer: ACK")
        .containsSubsequence("received: Frame 1", "received: Frame 2", "received: Frame 3")
        .hasSize(6);
  }

  private static boolean received(ServerSocket listener) throws IOException {
    TcpFrames.receive(listener);
    return true;
  }
}
