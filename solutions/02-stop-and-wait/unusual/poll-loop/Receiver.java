// Unusual: one thread that asks for datagrams every few milliseconds; close() is only a flag to it.
package chatlabs.stopandwait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;

/** Receives the frames of one sender: each once, in order, whatever the channel does to them. */
public final class Receiver implements AutoCloseable {
  private static final int TICK_MILLIS = 20;

  private final DatagramSocket socket;
  private final Inbox inbox = new Inbox();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;

  /** Receives on a port (0: any free one). */
  public Receiver(int port) throws IOException {
    socket = new DatagramSocket(port);
    socket.setSoTimeout(TICK_MILLIS);
    new Thread(this::loop, "poll-loop").start();
  }

  /** The port at which frames arrive. */
  public int port() {
    return socket.getLocalPort();
  }

  /** All that it knows of the transmission is in local variables. */
  private void loop() {
    SocketAddress peer = null;
    byte[] lastAck = null;
    Frame.Type lastType = null;
    int expected = 0;
    DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
    while (!closed) {
      Frame frame = poll(packet);
      if (frame == null
          || frame.type() == Frame.Type.ACK
          || (peer != null && !peer.equals(packet.getSocketAddress()))) {
        continue;
      }
      if (frame.sequence() == expected && lastType != Frame.Type.FIN && kept(frame)) {
        peer = packet.getSocketAddress();
        lastType = frame.type();
        lastAck = Frame.empty(Frame.Type.ACK, expected).encode();
        expected = (expected + 1) % 256;
        answer(lastAck, peer);
      } else if (frame.type() == lastType && frame.sequence() == (expected + 255) % 256) {
        answer(lastAck, peer);
      }
    }
    socket.close();
    ended.countDown();
  }

  private Frame poll(DatagramPacket packet) {
    try {
      packet.setLength(1_500);
      socket.receive(packet);
      return Frame.decode(packet.getData(), packet.getLength()).orElse(null);
    } catch (SocketTimeoutException nothing) {
      return null;
    } catch (IOException lost) {
      return null;
    }
  }

  private boolean kept(Frame frame) {
    if (frame.type() == Frame.Type.DATA) {
      return inbox.put(frame.payload());
    }
    inbox.end();
    return true;
  }

  private void answer(byte[] ack, SocketAddress to) {
    try {
      socket.send(new DatagramPacket(ack, ack.length, to));
    } catch (IOException lost) {
      // The sender will ask again.
    }
  }

  /** Waits for the next payload; null when none will come. */
  public byte[] receive() throws IOException {
    return inbox.take();
  }

  @Override
  public void close() {
    closed = true;
    inbox.close();
    try {
      ended.await();
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
