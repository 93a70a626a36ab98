// Unusual: a connected DatagramChannel (the system sorts strangers out) and a Selector that waits.
package chatlabs.stopandwait;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;

/** Sends frames one at a time, each again and again until it is acknowledged. */
public final class Sender implements AutoCloseable {
  private final DatagramChannel channel;
  private final Selector selector;
  private final Duration timeout;
  private final int maxRetries;
  private final ByteBuffer room = ByteBuffer.allocate(4_096);
  private int sent;

  /** Makes a sender; nothing is sent yet. */
  public Sender(InetSocketAddress receiver, Duration timeout, int maxRetries) throws IOException {
    this.timeout = timeout;
    this.maxRetries = maxRetries;
    channel = DatagramChannel.open();
    selector = Selector.open();
    channel.connect(receiver);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  /** Sends one data frame, and returns when it has been acknowledged. */
  public synchronized void send(byte[] payload) throws IOException {
    byte[] datagram = new Frame(Frame.Type.DATA, sent & 0xff, payload).encode();
    if (!delivered(datagram)) {
      throw new SocketTimeoutException("not acknowledged: frame " + sent);
    }
    sent++;
  }

  private boolean delivered(byte[] datagram) throws IOException {
    byte[] wanted = Frame.empty(Frame.Type.ACK, sent & 0xff).encode();
    for (int left = maxRetries; left >= 0; left--) {
      write(datagram);
      if (comes(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void write(byte[] datagram) throws IOException {
    try {
      channel.write(ByteBuffer.wrap(datagram));
    } catch (PortUnreachableException earlier) {
      // The error of the transmission before is told now, and this one was not sent.
      write(datagram);
    }
  }

  /** An acknowledgement is right when its bytes are exactly those that it has to have. */
  private boolean comes(byte[] wanted) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      long millis = Math.ceilDiv(end - System.nanoTime(), 1_000_000);
      if (millis <= 0) {
        return false;
      }
      selector.select(millis);
      selector.selectedKeys().clear();
      while (read()) {
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        if (Arrays.equals(bytes, wanted)) {
          return true;
        }
        if (System.nanoTime() - end >= 0) {
          return false;
        }
      }
    }
  }

  private boolean read() throws IOException {
    try {
      return channel.receive(room.clear()) != null;
    } catch (PortUnreachableException nobodyThere) {
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel.isOpen()) {
      try (channel;
          selector) {
        delivered(Frame.empty(Frame.Type.FIN, sent & 0xff).encode());
      }
    }
  }
}
