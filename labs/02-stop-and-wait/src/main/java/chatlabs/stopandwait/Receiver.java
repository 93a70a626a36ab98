package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.util.Optional;

/** Receives the frames of one sender: each once, in order, whatever the channel does to them. */
public final class Receiver implements AutoCloseable {
  private static final int ROOM = 2_048; // for a datagram; more than any good one has

  private final DatagramSocket socket;
  private final Thread thread;
  private final Inbox inbox = new Inbox();

  // All that follows belongs to the thread.
  private SocketAddress peer; // whose frames count; null until a first good one has come
  private Frame last; // the frame that was accepted last; null before the first
  private int expected; // the number of the next frame

  /** Receives on a port (0: any free one), in a thread of its own (SAW-13, LINE-8). */
  public Receiver(int port) throws IOException {
    socket = new DatagramSocket(port);
    thread = new Thread(this::receiveFrames, "receiver");
    thread.start();
  }

  /** The port at which frames arrive. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Takes datagrams until the socket is closed; what is no good frame is passed over (SAW-9). */
  private void receiveFrames() {
    throw new UnsupportedOperationException(
        "TODO 7: receive a datagram, decode it, hand a good frame to arrived(); repeat");
  }

  /** Decides about a good frame: new, repeated, or none that counts (SAW-7 to SAW-10). */
  private void arrived(Frame frame, SocketAddress from) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 8: for frames of the peer: accept a new one, know a repeated one; acknowledge both");
  }

  /** Sends the acknowledgement of a frame to where the frame came from (SAW-7). */
  private void acknowledge(Frame frame, SocketAddress from) throws IOException {
    throw new UnsupportedOperationException(
        "TODO 9: encode an ACK with the frame's number, and send it");
  }

  /**
   * Waits for the next payload.
   *
   * @return null when the transmission has ended and all was fetched (SAW-12), or after close()
   */
  public byte[] receive() throws IOException {
    return inbox.take();
  }

  /** Frees the port, ends a waiting receive(), and waits for the thread's end (SAW-16, LINE-7). */
  @Override
  public void close() {
    throw new UnsupportedOperationException(
        "TODO 10: close the socket and the inbox, and join the thread");
  }

  /**
   * Prints the payloads of one transmission as lines; goes on acknowledging its end until killed.
   */
  public static void main(String[] args) throws IOException {
    Receiver receiver = new Receiver(args.length > 0 ? Integer.parseInt(args[0]) : 12_346);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    out.println("LISTENING " + receiver.port());
    for (byte[] payload = receiver.receive(); payload != null; payload = receiver.receive()) {
      out.println(new String(payload, UTF_8));
    }
  }
}
