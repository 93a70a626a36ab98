package chatlabs.stopandwait.bench;

import chatlabs.grader.channel.Channel;
import chatlabs.grader.channel.Way;
import chatlabs.grader.transcript.Leg;
import chatlabs.grader.wire.FrameReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** One transfer over a channel, measured; what arrives is compared with what was sent. */
final class Transmission {
  private static final int RETRIES = 1_000;
  private static final int PAYLOAD = 1_024;

  private final Programs programs;
  private final Setting setting;
  private final Random random;
  private final AtomicInteger transmissions = new AtomicInteger();

  Transmission(Programs programs, Setting setting, Random random) {
    this.programs = programs;
    this.setting = setting;
    this.random = random;
  }

  /**
   * Sends, and waits until all has arrived.
   *
   * @throws IOException when something else has arrived than was sent
   */
  Measured run() throws IOException, InterruptedException {
    byte[] sent = new byte[setting.frames() * PAYLOAD];
    random.nextBytes(sent);
    var receiver = programs.receiver();
    try (var channel = channel(receiver.port())) {
      var arriving = new FutureTask<>(() -> received(receiver));
      Thread.ofPlatform().daemon().name("bench-receiver").start(arriving);
      var sender = programs.sender(channel.address(), setting.timeout(), RETRIES);
      long start = System.nanoTime();
      for (int frame = 0; frame < setting.frames(); frame++) {
        sender.send(Arrays.copyOfRange(sent, frame * PAYLOAD, (frame + 1) * PAYLOAD));
      }
      long nanos = System.nanoTime() - start;
      int count = transmissions.get();
      sender.close();
      if (!Arrays.equals(sent, arriving.get())) {
        throw new IOException("what has arrived is not what was sent");
      }
      return new Measured(setting, count, nanos);
    } catch (ExecutionException failed) {
      throw new IOException("receiving failed: " + failed.getCause(), failed.getCause());
    } finally {
      receiver.close();
    }
  }

  private Channel channel(int port) throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    var channel =
        new Channel(
            new InetSocketAddress(loopback, 0),
            new InetSocketAddress(loopback, port),
            FrameReader.NONE,
            (passage, leg) -> {
              if (leg != Leg.SECOND && passage.arrival().way() == Way.FORTH) {
                transmissions.incrementAndGet();
              }
            });
    channel.delay(setting.roundTrip().dividedBy(2));
    channel.fates(new Pack(setting.loss(), setting.frameTime(), random));
    return channel;
  }

  private byte[] received(Programs.Receiver receiver) throws IOException {
    byte[] all = new byte[setting.frames() * PAYLOAD];
    int length = 0;
    for (byte[] next = receiver.receive(); next != null; next = receiver.receive()) {
      if (length + next.length > all.length) {
        throw new IOException("more has arrived than was sent");
      }
      System.arraycopy(next, 0, all, length, next.length);
      length += next.length;
    }
    return Arrays.copyOf(all, length);
  }
}
