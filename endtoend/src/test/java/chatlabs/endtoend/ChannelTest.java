package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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
  private DatagramSocket sender;
  private DatagramSocket receiver;
  private Dialogue command;
  private InetSocketAddress channel;

  @BeforeEach
  void open() throws IOException {
    sender = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    command =
        new Dialogue(
            new Chatlab(temp),
            "channel", "--port", 0, "--to", receiver.getLocalPort(), "--frame", FORMAT);
    int port = command.seesNumber("CHANNEL");
    channel = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    command.sees("sender");
  }

  @AfterEach
  void close() {
    command.close();
    sender.close();
    receiver.close();
  }

  @Test
  void it_does_what_it_is_told_while_it_runs_and_says_so() throws Exception {
    send("Dfirst");
    assertThat(receives()).isEqualTo("Dfirst");
    assertThat(command.sees("first")).contains("|--------->|", "D \"first\"");
    command.types("lose D");
    command.sees("the next D will be lost");
    send("Dsecond");
    assertThat(command.sees("second")).contains("|----X     |", "(lost)");
    command.types("nonsense");
    command.sees("'nonsense' is no order; try help");
    command.types("delay 20ms");
    command.sees("delay 20 ms");
    send("Dthird");
    assertThat(receives()).isEqualTo("Dthird");
    assertThat(command.sees("third")).contains("|----o     |");
    assertThat(command.sees("third")).contains("|    o---->|");
  }

  @Test
  void it_ends_with_its_input_and_tells_the_sums() throws Exception {
    command.types("double next");
    command.sees("will be doubled");
    send("Dfirst");
    receives();
    receives();
    command.process().getOutputStream().close();
    assertThat(command.sees("came").strip()).startsWith("came");
    assertThat(command.sees("to receiver").strip().split(" +")).containsExactly("to", "receiver", "1", "0", "1", "0", "0", "0");
    assertThat(command.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(command.process().exitValue()).isZero();
    new DatagramSocket(channel).close();
  }

  @Test
  void it_tells_the_sums_when_it_is_stopped() throws Exception {
    send("Dfirst");
    receives();
    command.interrupt();
    assertThat(command.sees("to receiver")).contains(" 1 ");
    assertThat(command.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    var result =
        new Chatlab(temp).run("channel", "--port", channel.getPort(), "--to", receiver.getLocalPort());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.output()).contains("port " + channel.getPort() + " cannot be used", "--port");
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
