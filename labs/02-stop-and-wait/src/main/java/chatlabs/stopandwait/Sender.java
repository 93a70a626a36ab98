package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Sends frames one at a time, each again and again until it is acknowledged. */
public final class Sender implements AutoCloseable {
  private static final int ROOM = 2_048; // for a datagram; more than any good one has

  private final DatagramSocket socket;
  private final InetSocketAddress receiver;
  private final Duration timeout;
  private final int maxRetries;
  private int next; // the number of the next frame
  private boolean closed;

  /**
   * Makes a sender on a port that the system chooses; nothing is sent yet.
   *
   * @param timeout how long to wait for an acknowledgement before a frame is sent again
   * @param maxRetries how often a frame is sent again, after its first transmission, at most
   */
  public Sender(InetSocketAddress receiver, Duration timeout, int maxRetries) throws IOException {
    this.socket = new DatagramSocket();
    this.receiver = receiver;
    this.timeout = timeout;
    this.maxRetries = maxRetries;
  }

  /**
   * Sends one data frame, and returns when it has been acknowledged (SAW-4).
   *
   * @throws IllegalArgumentException for a payload over the limit, of which nothing is sent (SAW-3)
   * @throws SocketTimeoutException when no acknowledgement has come after the last retry (SAW-5)
   */
  public synchronized void send(byte[] payload) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 3: make a data frame with the next number, deliver it, and count on");
  }

  /** Transmits a frame until it is acknowledged, at most {@code 1 + maxRetries} times (SAW-5). */
  private void deliver(Frame frame) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 5: send the datagram; unless it is acknowledged, the same again; give up at last");
  }

  /**
   * Waits for the acknowledgement with this number, and for nothing else (SAW-6).
   *
   * @return whether it came within the timeout, counted from now
   */
  private boolean acknowledged(int sequence) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 4: receive until the right acknowledgement comes or the time is over");
  }

  /** Tells the receiver that no more will come, as well as it can, and frees the port (SAW-11). */
  @Override
  public synchronized void close() throws IOException {
    throw new UnsupportedOperationException(
        "TODO 6: unless closed before, deliver a FIN; whether or not it arrives, close the socket");
  }

  /** Sends each line that is typed as one frame, to the host and the port given. */
  public static void main(String[] args) throws IOException {
    InetSocketAddress receiver = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
    BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (Sender sender = new Sender(receiver, Duration.ofMillis(200), 50)) {
      String line;
      while ((line = typed.readLine()) != null) {
        sender.send(line.getBytes(UTF_8));
        System.out.println("acknowledged: " + line);
      }
    }
  }
}
