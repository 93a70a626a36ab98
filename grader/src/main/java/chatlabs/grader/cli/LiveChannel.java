package chatlabs.grader.cli;

import chatlabs.grader.channel.Chance;
import chatlabs.grader.channel.Channel;
import chatlabs.grader.channel.LiveView;
import chatlabs.grader.channel.Orders;
import chatlabs.grader.channel.Rates;
import chatlabs.grader.channel.Script;
import chatlabs.grader.channel.Sums;
import chatlabs.grader.wire.FrameFormat;
import chatlabs.grader.wire.FrameReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A channel that draws what it does, and takes orders from the keyboard. Its sums are told once: by
 * {@link #close}, or when Ctrl-C ends the program.
 */
final class LiveChannel implements AutoCloseable {
  private final Sums sums = new Sums("receiver");
  private final Consumer<String> say;
  private final Channel channel;
  private final Orders orders;
  private final Thread ending = new Thread(this::tellSums, "channel-sums");

  /**
   * Opens it at this port, before that receiver.
   *
   * @throws WrongUse when the port cannot be had
   */
  LiveChannel(
      int at,
      InetSocketAddress receiver,
      FrameReader reader,
      Chance chance,
      Duration oneWay,
      Consumer<String> say) {
    this.say = say;
    this.channel = open(at, receiver, reader, new LiveView(sums, say));
    var script = new Script(chance);
    channel.fates(script);
    channel.delay(oneWay);
    this.orders = new Orders(channel, script, chance, sums);
    Runtime.getRuntime().addShutdownHook(ending);
  }

  /** One that does nothing to what passes, until it is told to. */
  static LiveChannel harmless(
      int at, InetSocketAddress receiver, String frames, long seed, Consumer<String> say) {
    var chance = new Chance(seed, Rates.NONE);
    return new LiveChannel(at, receiver, FrameFormat.of(frames), chance, Duration.ZERO, say);
  }

  private static Channel open(
      int at, InetSocketAddress receiver, FrameReader reader, LiveView view) {
    try {
      return new Channel(new InetSocketAddress(at), receiver, reader, view);
    } catch (IOException taken) {
      throw WrongUse.portTaken(at, taken);
    }
  }

  /** The port to which the sender sends. */
  int port() {
    return channel.port();
  }

  /** Follows what is typed, until {@code end}; false at the end of the input. Blocks. */
  boolean followOrders() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String order = line.strip().toLowerCase(Locale.ROOT);
      if (order.equals("end") || order.equals("quit") || order.equals("exit")) {
        return true;
      }
      try {
        String reply = orders.follow(line);
        if (!reply.isEmpty()) {
          say.accept(reply);
        }
      } catch (IllegalArgumentException mistake) {
        say.accept(String.valueOf(mistake.getMessage()));
      }
    }
    return false;
  }

  private void tellSums() {
    say.accept(sums.table());
  }

  @Override
  public void close() {
    channel.close();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException ctrlC) {
      return; // the hook is running
    }
    tellSums();
  }
}
