// Unusual: a DatagramChannel that never blocks, and one thread that waits at a Selector.
package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** Receives the frames of one sender: each once, in order, whatever the channel does to them. */
public final class Receiver implements AutoCloseable {
  private final DatagramChannel channel;
  private final Selector selector;
  private final int port;
  private final Thread loop;
  private final Inbox inbox = new Inbox();
  private final ByteBuffer room = ByteBuffer.allocateDirect(4_096);
  private volatile boolean closed;

  private SocketAddress peer;
  private int accepted; // how many frames
  private boolean ended;

  /** Receives on a port (0: any free one). */
  public Receiver(int port) throws IOException {
    channel = DatagramChannel.open();
    selector = Selector.open();
    try {
      channel.bind(new InetSocketAddress(port));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      this.port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    } catch (IOException e) {
      selector.close();
      channel.close();
      throw e;
    }
    loop = Thread.ofPlatform().name("selector").start(this::turn);
  }

  /** The port at which frames arrive. */
  public int port() {
    return port;
  }

  private void turn() {
    try (channel;
        selector) {
      while (!closed) {
        selector.select();
        selector.selectedKeys().clear();
        readAll();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readAll() throws IOException {
    while (!closed) {
      SocketAddress from = channel.receive(room.clear());
      if (from == null) {
        return;
      }
      byte[] bytes = new byte[room.flip().remaining()];
      room.get(bytes);
      Frame frame = Frame.decode(bytes, bytes.length).orElse(null);
      if (frame != null && counts(frame, from)) {
        ByteBuffer ack = ByteBuffer.wrap(Frame.empty(Frame.Type.ACK, frame.sequence()).encode());
        try {
          channel.send(ack, from); // nothing is sent when there is no room: it counts as lost
        } catch (IOException unreachable) {
          // lost as well
        }
      }
    }
  }

  /** Whether the frame is to be acknowledged: it has just been accepted, or was the last one. */
  private boolean counts(Frame frame, SocketAddress from) {
    if (frame.type() == Frame.Type.ACK || (peer != null && !peer.equals(from))) {
      return false;
    }
    boolean fin = frame.type() == Frame.Type.FIN;
    boolean repeated = accepted > 0 && frame.sequence() == ((accepted - 1) & 0xff);
    if (ended) {
      return fin && repeated;
    }
    if (frame.sequence() != (accepted & 0xff)) {
      return repeated && !fin;
    }
    if (fin) {
      inbox.end();
    } else if (!inbox.put(frame.payload())) {
      return false;
    }
    ended = fin;
    accepted++;
    peer = from;
    return true;
  }

  /** Waits for the next payload; null when none will come. */
  public byte[] receive() throws IOException {
    return inbox.take();
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    inbox.close();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Prints the payloads of one transmission. */
  public static void main(String[] args) throws IOException {
    Receiver receiver = new Receiver(args.length > 0 ? Integer.parseInt(args[0]) : 12_346);
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    out.println("LISTENING " + receiver.port());
    byte[] payload;
    while ((payload = receiver.receive()) != null) {
      out.println(new String(payload, UTF_8));
    }
  }
}
