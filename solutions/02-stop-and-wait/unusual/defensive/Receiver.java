// Unusual: trusts nobody. It keeps copies, looks at everything twice, and answers from another
// thread than the one that reads.
package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Receives the frames of one sender: each once, in order, whatever the channel does to them. */
public final class Receiver implements AutoCloseable {
  private static final int ROOM = 65_536;

  private final DatagramSocket socket;
  private final Thread reader;
  private final ExecutorService clerk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("clerk").factory());
  private final Inbox inbox = new Inbox();

  // The clerk's alone.
  private InetSocketAddress peer;
  private Frame.Type lastType;
  private int lastNumber = -1;

  /** Receives on a port (0: any free one). */
  public Receiver(int port) throws IOException {
    socket = new DatagramSocket(port);
    reader = Thread.ofPlatform().name("reader").start(this::read);
  }

  /** The port at which frames arrive. */
  public int port() {
    return socket.getLocalPort();
  }

  private void read() {
    byte[] room = new byte[ROOM];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(room, ROOM);
        socket.receive(packet);
        byte[] bytes = Arrays.copyOfRange(packet.getData(), 0, packet.getLength());
        InetSocketAddress from = new InetSocketAddress(packet.getAddress(), packet.getPort());
        clerk.execute(() -> look(bytes, from));
      } catch (IOException | RuntimeException strange) {
        // Closed, or something that is no frame.
      }
    }
  }

  private void look(byte[] bytes, InetSocketAddress from) {
    Optional<Frame> decoded = Frame.decode(bytes, bytes.length);
    if (decoded.isEmpty() || !Arrays.equals(decoded.get().encode(), bytes)) {
      return;
    }
    Frame frame = decoded.get();
    boolean known = peer == null || peer.equals(from);
    if (known && (isRepeated(frame) || isAccepted(frame, from))) {
      answer(Frame.empty(Frame.Type.ACK, frame.sequence()).encode(), from);
    }
  }

  private boolean isRepeated(Frame frame) {
    return frame.type() == lastType && frame.sequence() == lastNumber;
  }

  private boolean isAccepted(Frame frame, InetSocketAddress from) {
    boolean due = lastType != Frame.Type.FIN && frame.sequence() == Frame.next(lastNumber);
    boolean accepted =
        switch (frame.type()) {
          case DATA -> due && inbox.put(frame.payload().clone());
          case FIN -> due;
          case ACK -> false;
        };
    if (accepted) {
      peer = from;
      lastType = frame.type();
      lastNumber = frame.sequence();
    }
    if (accepted && lastType == Frame.Type.FIN) {
      inbox.end();
    }
    return accepted;
  }

  private void answer(byte[] bytes, InetSocketAddress to) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException lost) {
      // It will be asked for again.
    }
  }

  /** Waits for the next payload; null when none will come. */
  public byte[] receive() throws IOException {
    return inbox.take();
  }

  @Override
  public void close() {
    socket.close();
    inbox.close();
    try {
      reader.join();
      clerk.shutdownNow();
      clerk.awaitTermination(1, TimeUnit.SECONDS);
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
