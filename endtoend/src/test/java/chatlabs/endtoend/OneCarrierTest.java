package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reads the pipe of a process keeps no carrier of virtual threads. Where there is one carrier
 * and never another, the first that did so would stop all of them at once; on an ordinary machine
 * it takes as many as there are processors, and half a minute.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read of a pipe heeds no interrupt
class OneCarrierTest {
  @TempDir Path temp;
  private Chatlab chatlab;

  @BeforeEach
  void leave_one_carrier() throws IOException {
    chatlab = new Chatlab(temp);
    chatlab.minutes(1);
    chatlab.property("jdk.virtualThreadScheduler.parallelism", "1");
    chatlab.property("jdk.virtualThreadScheduler.maxPoolSize", "1");
  }

  @Test
  void a_reference_is_served() throws Exception {
    try (var served = new Dialogue(chatlab, "serve", "01", "--port", 0);
        var client = new Socket(InetAddress.getLoopbackAddress(), served.seesNumber("LISTENING"))) {
      client.setSoTimeout(30_000);
      client.getOutputStream().write("hello\n".getBytes(UTF_8));
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      assertThat(in.readLine()).isEqualTo("ACK 1 hello");
    }
  }

  @Test
  void a_right_hand_in_is_right() throws Exception {
    var judged = chatlab.run("selfcheck", "01", "--only", "reference", "--sandbox", "basic");

    assertThat(judged.exit()).as(judged.output()).isZero();
  }

  @Test
  void a_server_in_another_language_is_right() throws Exception {
    Assumptions.assumeTrue(Python.isHere(), "there is no python3 here");
    Files.copy(Chatlab.HOME.resolve("samples/python/echo_server.py"), temp.resolve("echo_server.py"));

    var judged =
        chatlab.run("check", "01", "--run", "python3 echo_server.py {port}", "--check", HandIns.CHECK);

    assertThat(judged.exit()).as(judged.output()).isZero();
  }
}
