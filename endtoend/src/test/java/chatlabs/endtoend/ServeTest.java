package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code chatlab serve}: the reference in front of a class. */
@Timeout(120)
class ServeTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir Path temp;

  @Test
  void a_server_of_lines_is_shown_line_by_line() throws Exception {
    try (var served = serve("01");
        var client = new Socket(HERE, served.seesNumber("LISTENING"))) {
      client.getOutputStream().write("hello\n".getBytes(UTF_8));
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      assertThat(in.readLine()).isEqualTo("ACK 1 hello");
      assertThat(served.sees("ACK 1")).contains("server     -> client 1    ACK 1 hello\\n");
    }
  }

  @Test
  void what_is_served_ends_with_the_command() throws Exception {
    try (var served = serve("01")) {
      int port = served.seesNumber("LISTENING");
      var started = served.process().descendants().toList();
      assertThat(started).isNotEmpty();
      served.interrupt();
      assertThat(served.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      for (var process : started) {
        process.onExit().get(60, TimeUnit.SECONDS);
      }
      new ServerSocket(port, 1, HERE).close();
    }
  }

  @Test
  void a_lab_of_datagrams_is_served_over_a_channel_that_takes_orders() throws Exception {
    try (var served = serve("02");
        var sender = new DatagramSocket()) {
      int port = served.seesNumber("LISTENING");
      served.sees("receiver");
      send(sender, port, 0, "first");
      assertThat(served.sees("D 0")).contains("\"first\"");
      byte[] answer = receive(sender);
      assertThat(new String(answer, 0, 1, UTF_8) + answer[1]).isEqualTo("A0");
      served.types("lose next");
      served.sees("will be lost");
      send(sender, port, 1, "second");
      assertThat(served.sees("D 1")).contains("(lost)");
      served.types("end");
      assertThat(served.sees("to receiver").strip().split(" +"))
          .containsExactly("to", "receiver", "2", "1", "0", "0", "0", "0");
      assertThat(served.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(served.process().exitValue()).isZero();
      new DatagramSocket(port, HERE).close();
    }
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var result = new Chatlab(temp).run("serve", "01", "--port", taken.getLocalPort());
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.output()).contains("port " + taken.getLocalPort() + " cannot be used", "--port");
    }
  }

  private Dialogue serve(String lab) throws IOException {
    return new Dialogue(new Chatlab(temp), "serve", lab, "--port", 0);
  }

  /** A frame of lab 02, byte by byte as its protocol page says. */
  private static void send(DatagramSocket from, int port, int number, String text)
      throws IOException {
    byte[] payload = text.getBytes(UTF_8);
    var header = ByteBuffer.allocate(4).put((byte) 'D').put((byte) number);
    byte[] first = header.putShort((short) payload.length).array();
    var sum = new CRC32();
    sum.update(first);
    sum.update(payload);
    var frame = ByteBuffer.allocate(8 + payload.length).put(first).putInt((int) sum.getValue());
    byte[] bytes = frame.put(payload).array();
    from.send(new DatagramPacket(bytes, bytes.length, HERE, port));
  }

  private static byte[] receive(DatagramSocket by) throws IOException {
    by.setSoTimeout(60_000);
    var packet = new DatagramPacket(new byte[64], 64);
    by.receive(packet);
    return packet.getData();
  }
}
