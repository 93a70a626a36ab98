package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Two people write to each other in turns: each line is one frame. Nothing is to be done here.
 *
 * <p>One of them runs {@code TurnChat 5001 localhost 5002 first}, the other one {@code TurnChat
 * 5002 localhost 5001}. Whoever types {@code exit} leaves.
 */
public final class TurnChat {
  private static final Duration TIMEOUT = Duration.ofMillis(200);
  private static final int RETRIES = 50; // ten seconds: time to start the other one
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final Sender sender;
  private final Receiver receiver;
  private final BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, UTF_8));
  private final PrintStream screen = new PrintStream(System.out, true, UTF_8);

  private TurnChat(Sender sender, Receiver receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /** Takes turns until one of the two leaves. */
  private void talk(boolean first) throws IOException {
    boolean more = first || listen();
    while (more) {
      more = speak() && listen();
    }
  }

  /** Sends one line; false when there is none, or it is {@code exit}. */
  private boolean speak() throws IOException {
    screen.print("you   > ");
    screen.flush();
    String line = typed.readLine();
    if (line == null || line.equals("exit")) {
      return false;
    }
    if (line.getBytes(UTF_8).length > Frame.PAYLOAD_LIMIT) {
      screen.println("This line is too long for a frame: write less.");
      return speak();
    }
    sender.send(line.getBytes(UTF_8));
    return true;
  }

  /** Prints one line of the other one's; false when there will be none. */
  private boolean listen() throws IOException {
    byte[] line = receiver.receive();
    screen.println(line == null ? "The other one has left." : "other > " + new String(line, UTF_8));
    return line != null;
  }

  /** Own port, host and port of the other one, and {@code first} for the one who begins. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 3) {
      System.err.println("TurnChat OWN-PORT HOST PORT [first]");
      System.exit(2);
    }
    InetSocketAddress other = new InetSocketAddress(args[1], Integer.parseInt(args[2]));
    try (Receiver receiver = new Receiver(Integer.parseInt(args[0]))) {
      try (Sender sender = new Sender(other, TIMEOUT, RETRIES)) {
        new TurnChat(sender, receiver).talk(args.length > 3 && args[3].equals("first"));
      } catch (SocketTimeoutException silence) {
        System.err.println("The other one does not answer.");
      }
      // Our last acknowledgement may have been lost: then the other one asks again.
      Thread.sleep(LINGER);
    }
  }
}
