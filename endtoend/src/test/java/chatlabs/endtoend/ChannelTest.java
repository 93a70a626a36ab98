package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code chatlab channel}, between two bare sockets. */
@Timeout(120)
class ChannelTest {
  private static final String FORMAT = "kind:1 text:*";

  @TempDir static Path temp;
  private final List<String> said = new ArrayList<>();
  private DatagramSocket sender;
  private DatagramSocket receiver;
  private Process process;
  private BufferedReader out;
  private InetSocketAddress channel;

  @BeforeEach
  void open() throws IOException {
    sender = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    process =
        new Chatlab(temp)
            .startTalking(
                "channel", "--port", 0, "--to", receiver.getLocalPort(), "--frame", FORMAT);
    out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    int port = Integer.parseInt(sees("CHANNEL ").substring("CHANNEL ".length()));
    channel = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    sees("sender");
  }

  @AfterEach
  void close() {
    process.destroyForcibly();
    sender.close();
    receiver.close();
  }

  @Test
  void it_does_what_it_is_told_while_it_runs_and_says_so() throws Exception {
    send("Dfirst");
    assertThat(receives()).isEqualTo("Dfirst");
    assertThat(sees("first")).contains("|--------->|", "D \"first\"");
    order("lose D");
    sees("the next D will be lost");
    send("Dsecond");
    assertThat(sees("second")).contains("|----X     |", "(lost)");
    order("nonsense");
    sees("'nonsense' is no order; try help");
    order("delay 20ms");
    sees("delay 20 ms");
    send("Dthird");
    assertThat(receives()).isEqualTo("Dthird");
    assertThat(sees("third")).contains("|----o     |");
    assertThat(sees("third")).contains("|    o---->|");
  }

  @Test
  void it_ends_with_its_input_and_tells_the_sums() throws Exception {
    order("double next");
    sees("will be doubled");
    send("Dfirst");
    receives();
    receives();
    process.getOutputStream().close();
    assertThat(sees("came").strip()).startsWith("came");
    assertThat(sees("to receiver").strip().split(" +")).containsExactly("to", "receiver", "1", "0", "1", "0", "0", "0");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    new DatagramSocket(channel).close();
  }

  @Test
  void it_tells_the_sums_when_it_is_stopped() throws Exception {
    send("Dfirst");
    receives();
    process.toHandle().destroy(); // as Ctrl-C does; Process.destroy() would close the streams too
    assertThat(sees("to receiver")).contains(" 1 ");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    var result =
        new Chatlab(temp).run("channel", "--port", channel.getPort(), "--to", receiver.getLocalPort());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output()).contains("port " + channel.getPort() + " cannot be used", "--port");
  }

  private void order(String order) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Reads what it prints until a line has this in it. */
  private String sees(String what) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.contains(what)) {
        return line;
      }
    }
    throw new AssertionError("no '" + what + "' in " + said);
  }

  private void send(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    sender.send(new DatagramPacket(bytes, bytes.length, channel));
  }

  private String receives() throws IOException {
    var packet = new DatagramPacket(new byte[100], 100);
    receiver.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }
}
