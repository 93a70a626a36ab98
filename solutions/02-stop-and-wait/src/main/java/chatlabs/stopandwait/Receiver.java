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
    // <solution 7: receive a datagram, decode it, hand a good frame to arrived(); repeat>
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
      try {
        socket.receive(packet);
        Optional<Frame> frame = Frame.decode(packet.getData(), packet.getLength());
        if (frame.isPresent()) {
          arrived(frame.get(), packet.getSocketAddress());
        }
      } catch (IOException e) {
        // close() was called, or an acknowledgement could not be sent: it counts as lost.
      }
    }
    // </solution>
  }

  /** Decides about a good frame: new, repeated, or none that counts (SAW-7 to SAW-10). */
  private void arrived(Frame frame, SocketAddress from) throws IOException {
    // <solution 8: for frames of the peer: accept a new one, know a repeated one; acknowledge both>
    boolean stranger = peer != null && !peer.equals(from);
    if (stranger || frame.type() == Frame.Type.ACK) {
      return;
    }
    if (isNew(frame) && accepted(frame)) {
      peer = from;
      last = frame;
      expected = Frame.next(expected);
      acknowledge(frame, from);
    } else if (isRepeated(frame)) {
      acknowledge(frame, from);
    }
    // </solution>
  }

  // <solution-only>
  private boolean isNew(Frame frame) {
    boolean ended = last != null && last.type() == Frame.Type.FIN;
    return frame.sequence() == expected && !ended;
  }

  private boolean isRepeated(Frame frame) {
    return last != null && frame.type() == last.type() && frame.sequence() == last.sequence();
  }

  /** Hands it to whoever calls receive(); false when too many wait there already. */
  private boolean accepted(Frame frame) {
    if (frame.type() == Frame.Type.FIN) {
      inbox.end();
      return true;
    }
    return inbox.put(frame.payload());
  }

  // </solution-only>
  /** Sends the acknowledgement of a frame to where the frame came from (SAW-7). */
  private void acknowledge(Frame frame, SocketAddress from) throws IOException {
    // <solution 9: encode an ACK with the frame's number, and send it>
    byte[] bytes = Frame.empty(Frame.Type.ACK, frame.sequence()).encode();
    socket.send(new DatagramPacket(bytes, bytes.length, from));
    // </solution>
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
    // <solution 10: close the socket and the inbox, and join the thread>
    socket.close();
    inbox.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the thread ends without being waited for
    }
    // </solution>
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
