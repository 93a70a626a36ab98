package chatlabs.broadcast.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.broadcast.BroadcastServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The load generator counts rightly, and notices what a server does wrong. */
@Timeout(60)
class BurstTest {
  private static final int USERS = 12;
  private static final Script SCRIPT = new Script(50);

  @Test
  void all_deliveries_of_a_right_server_are_counted() throws IOException {
    try (var server = new BroadcastServer(0);
        var crowd = new Crowd(Dialect.CHAT, SCRIPT, server.port())) {
      crowd.enter(USERS);
      var burst = new Burst(crowd, 20);
      var result = burst.run(0.2);
      burst.drain();
      assertThat(result.deliveries()).isPositive().isLessThanOrEqualTo(crowd.deliveries());
      assertThat(crowd.deliveries()).isEqualTo(crowd.messages() * (USERS - 1));
      assertThat(result.frozenAfter()).isNegative();
      assertThat(Burst.Result.parse(result.line()).deliveries()).isEqualTo(result.deliveries());
    }
  }

  @Test
  void lines_in_another_order_are_noticed() throws IOException {
    assertNoticed(text -> text.replace("00000001", "00000002"), "not in its order");
  }

  @Test
  void a_line_that_is_not_whole_is_noticed() throws IOException {
    assertNoticed(text -> text.substring(0, text.length() - 1), "not whole");
    assertNoticed(text -> text.replace("bcd", "bdc"), "not whole");
  }

  @Test
  void a_message_that_is_missing_is_noticed() throws IOException {
    assertNoticed(text -> text.contains("u3: 00000001") ? "" : text, "not in its order");
  }

  @Test
  void percentiles_are_near_the_truth() {
    var latencies = new Latencies();
    for (int i = 1; i <= 100_000; i++) {
      latencies.add(i * 1_000L);
    }
    assertThat(latencies.millis(0.50)).isBetween(49.0, 51.0);
    assertThat(latencies.millis(0.99)).isBetween(97.0, 101.0);
    latencies.clear();
    assertThat(latencies.millis(0.50)).isZero();
  }

  private static void assertNoticed(UnaryOperator<String> mistake, String message)
      throws IOException {
    try (var server = new WrongServer(mistake);
        var crowd = new Crowd(Dialect.CHAT, SCRIPT, server.port())) {
      crowd.enter(USERS);
      var burst = new Burst(crowd, 40);
      assertThatThrownBy(
              () -> {
                burst.run(5);
                burst.drain();
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining(message);
    }
  }

  /** A simple server that changes what it passes on; an empty line is left out. */
  private static final class WrongServer implements AutoCloseable {
    private final ServerSocket listener =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> users = new ArrayList<>();
    private final UnaryOperator<String> mistake;

    WrongServer(UnaryOperator<String> mistake) throws IOException {
      this.mistake = mistake;
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return listener.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          Socket user = listener.accept();
          Thread.ofVirtual().start(() -> serve(user));
        }
      } catch (IOException closed) {
        // the test is over
      }
    }

    private void serve(Socket user) {
      try (user) {
        var lines = new BufferedReader(new InputStreamReader(user.getInputStream(), UTF_8));
        send(user, "NAME?");
        String name = lines.readLine();
        send(user, "WELCOME " + name);
        synchronized (users) {
          users.add(user);
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          passOn(user, mistake.apply(name + ": " + line));
        }
      } catch (IOException gone) {
        // the test is over
      }
    }

    private void passOn(Socket from, String line) throws IOException {
      synchronized (users) {
        for (var user : users) {
          if (user != from && !line.isEmpty()) {
            send(user, line);
          }
        }
      }
    }

    private static void send(Socket user, String line) throws IOException {
      OutputStream out = user.getOutputStream();
      out.write((line + "\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
