package chatlabs.grader.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.wire.FrameName;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel between two bare sockets; a datagram's text is its identity. */
@Timeout(60)
class ChannelTest {
  private final List<String> remarks = new CopyOnWriteArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  @AutoClose private DatagramSocket sender;
  @AutoClose private DatagramSocket receiver;
  @AutoClose private Channel channel;

  @BeforeEach
  void open() throws IOException {
    sender = socket();
    receiver = socket();
    channel =
        new Channel(
            loopback(0),
            loopback(receiver.getLocalPort()),
            bytes -> new FrameName(new String(bytes, UTF_8), -1, ""),
            new Viewer() {
              @Override
              public void sees(Passage passage, Leg leg) {
                seen.add(passage.arrival().frame() + " " + leg);
              }

              @Override
              public void remarks(String what) {
                remarks.add(what);
              }
            });
  }

  @Test
  void each_sender_has_its_own_address_to_the_receiver_and_gets_its_own_answers()
      throws IOException {
    try (var other = socket()) {
      send(sender, "one");
      var one = receive(receiver);
      send(other, "two");
      var two = receive(receiver);
      assertThat(one.getSocketAddress()).isNotEqualTo(two.getSocketAddress());
      answer(two, "to two");
      answer(one, "to one");
      var toOther = receive(other);
      assertThat(text(toOther)).isEqualTo("to two");
      assertThat(toOther.getSocketAddress()).isEqualTo(channel.address());
      assertThat(text(receive(sender))).isEqualTo("to one");
    }
  }

  @Test
  void what_strangers_send_to_a_senders_address_does_not_reach_the_sender() throws IOException {
    send(sender, "hello");
    var hello = receive(receiver);
    try (var stranger = socket()) {
      stranger.send(packet("lie", hello.getSocketAddress()));
      channel.settle(() -> true);
      answer(hello, "truth");
      assertThat(text(receive(sender))).isEqualTo("truth");
    }
  }

  @RepeatedTest(5)
  void a_delay_is_never_too_short_and_keeps_the_order() throws IOException {
    channel.delay(Duration.ofMillis(20));
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      send(sender, "frame " + i);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(text(receive(receiver))).isEqualTo("frame " + i);
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    }
    assertThat(seen).contains("frame 0 FIRST", "frame 0 SECOND").doesNotContain("frame 0 WHOLE");
  }

  @Test
  void a_longer_delay_lets_others_overtake() throws IOException {
    channel.fates(a -> a.number() == 1 ? Fate.delayed(Duration.ofMillis(100)) : Fate.PASS);
    send(sender, "slow");
    send(sender, "fast");
    assertThat(text(receive(receiver))).isEqualTo("fast");
    assertThat(text(receive(receiver))).isEqualTo("slow");
  }

  @Test
  void settling_waits_for_what_is_delayed_and_not_for_what_is_held() throws IOException {
    channel.fates(a -> a.number() == 1 ? Fate.heldUntil("x") : Fate.delayed(Duration.ofMillis(50)));
    send(sender, "held");
    send(sender, "delayed");
    assertThat(channel.settle(() -> true)).isTrue();
    assertThat(text(receive(receiver))).isEqualTo("delayed");
    assertThat(channel.holding()).isEqualTo(1);
    assertThat(channel.release()).isEqualTo(1);
    assertThat(text(receive(receiver))).isEqualTo("held");
    assertThat(channel.release()).isZero();
  }

  @Test
  void settling_ends_when_nobody_wants_to_wait_any_more() throws IOException {
    channel.delay(Duration.ofSeconds(50));
    send(sender, "late");
    var asked = new AtomicInteger();
    assertThat(channel.settle(() -> asked.incrementAndGet() < 5)).isFalse();
  }

  @Test
  void what_is_held_until_the_next_one_arrives_behind_it() throws IOException {
    channel.fates(a -> a.number() == 1 ? Fate.heldUntil(Fate.NEXT) : Fate.PASS);
    send(sender, "first");
    channel.settle(() -> true);
    send(sender, "second");
    assertThat(text(receive(receiver))).isEqualTo("second");
    assertThat(text(receive(receiver))).isEqualTo("first");
  }

  @Test
  void nothing_passes_a_line_that_is_cut_until_it_is_mended() throws IOException {
    send(sender, "before");
    var before = receive(receiver);
    channel.cut();
    send(sender, "into the void");
    answer(before, "neither this");
    assertThat(channel.settle(() -> true)).isTrue();
    channel.mend();
    send(sender, "after");
    assertThat(text(receive(receiver))).isEqualTo("after");
    answer(before, "again");
    assertThat(text(receive(sender))).isEqualTo("again");
  }

  @Test
  void a_flood_of_senders_is_bounded_and_told() throws IOException {
    for (int i = 0; i < 300; i++) {
      try (var one = socket()) {
        send(one, "x");
      }
    }
    assertThat(channel.settle(() -> true)).isTrue();
    assertThat(remarks).isNotEmpty().allMatch(r -> r.startsWith("more than 256 senders"));
  }

  @Test
  void a_flood_of_what_waits_is_bounded() throws IOException {
    channel.fates(a -> Fate.heldUntil("x"));
    var large = "y".repeat(60_000);
    for (int i = 0; i < 1_500; i++) {
      send(sender, large);
      if (i % 3 == 0) {
        channel.holding(); // the reader gets its turn
      }
    }
    assertThat(channel.settle(() -> true)).isTrue();
    assertThat(channel.holding() * 60_000L).isLessThanOrEqualTo((64L << 20) + 60_000);
    channel.release();
    send(sender, large);
    assertThat(channel.settle(() -> true)).isTrue();
    assertThat(channel.holding()).as("there is room again").isEqualTo(1);
  }

  @Test
  void everything_passes_whole_up_to_the_largest_datagram() throws IOException {
    var large = "x".repeat(60_000);
    send(sender, large);
    assertThat(text(receive(receiver))).isEqualTo(large);
    send(sender, "");
    assertThat(text(receive(receiver))).isEmpty();
  }

  @Test
  void ten_thousand_exchanges_lose_nothing() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      send(sender, "f" + i);
      var frame = receive(receiver);
      assertThat(text(frame)).isEqualTo("f" + i);
      answer(frame, "a" + i);
      assertThat(text(receive(sender))).isEqualTo("a" + i);
    }
  }

  @Test
  void its_port_is_free_again_and_its_threads_are_gone_when_it_is_closed() throws IOException {
    channel.delay(Duration.ofMillis(1));
    send(sender, "x");
    receive(receiver);
    int port = channel.port();
    channel.close();
    channel.close();
    new DatagramSocket(loopback(port)).close();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(t -> t.getName().equals("wire-channel-front") && t.isAlive())
        .isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_an_error() {
    assertThatThrownBy(
            () ->
                new Channel(
                    loopback(sender.getLocalPort()),
                    loopback(receiver.getLocalPort()),
                    FrameName::unknown,
                    (passage, leg) -> {}))
        .isInstanceOf(BindException.class);
  }

  @Test
  void that_nobody_listens_behind_it_is_silence() throws IOException {
    receiver.close();
    send(sender, "anybody?");
    send(sender, "anybody?");
    assertThat(channel.settle(() -> true)).isTrue();
    assertThat(seen).hasSize(2);
    assertThat(remarks).isEmpty();
  }

  private void send(DatagramSocket from, String text) throws IOException {
    from.send(packet(text, channel.address()));
  }

  private void answer(DatagramPacket to, String text) throws IOException {
    receiver.send(packet(text, to.getSocketAddress()));
  }

  private static DatagramPacket packet(String text, SocketAddress to) {
    byte[] bytes = text.getBytes(UTF_8);
    return new DatagramPacket(bytes, bytes.length, to);
  }

  private static DatagramPacket receive(DatagramSocket at) throws IOException {
    var packet = new DatagramPacket(new byte[65_535], 65_535);
    at.receive(packet);
    return packet;
  }

  private static String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  private static DatagramSocket socket() throws IOException {
    return new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
