// Unusual: trusts nobody. A thread of its own reads all that comes at any time, copies are made of
// everything that somebody else could change, and every argument is looked at.
package chatlabs.stopandwait;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Sends frames one at a time, each again and again until it is acknowledged. */
public final class Sender implements AutoCloseable {
  private static final int ROOM = 65_536;

  private final Object turn = new Object(); // one frame at a time
  private final Object news = new Object(); // guards what the reader and the caller share
  private final DatagramSocket socket;
  private final InetSocketAddress receiver;
  private final long timeoutNanos;
  private final int maxRetries;
  private final Thread reader;
  private int next;
  private int awaited = -1; // the number of the frame on the channel; -1: none
  private boolean closing;

  /** Makes a sender; nothing is sent yet. */
  public Sender(InetSocketAddress receiver, Duration timeout, int maxRetries) throws IOException {
    Objects.requireNonNull(receiver, "receiver");
    if (receiver.isUnresolved() || timeout.isNegative() || timeout.isZero() || maxRetries < 0) {
      throw new IllegalArgumentException(receiver + ", " + timeout + ", " + maxRetries);
    }
    this.receiver = new InetSocketAddress(receiver.getAddress(), receiver.getPort());
    this.timeoutNanos = timeout.toNanos();
    this.maxRetries = maxRetries;
    this.socket = new DatagramSocket();
    this.reader = Thread.ofVirtual().name("acknowledgements").start(this::read);
  }

  /** Sends one data frame, and returns when it has been acknowledged. */
  public void send(byte[] payload) throws IOException {
    byte[] copy = payload.clone();
    synchronized (turn) {
      if (closing) {
        throw new IOException("closed");
      }
      Frame frame = new Frame(Frame.Type.DATA, next, copy);
      if (!delivered(frame)) {
        throw new SocketTimeoutException("frame " + next + ": no acknowledgement");
      }
      next = Frame.next(next);
    }
  }

  private boolean delivered(Frame frame) throws IOException {
    byte[] bytes = frame.encode();
    synchronized (news) {
      awaited = frame.sequence();
      for (int tries = 0; tries <= maxRetries; tries++) {
        socket.send(new DatagramPacket(bytes.clone(), bytes.length, receiver));
        long end = System.nanoTime() + timeoutNanos;
        for (long left = timeoutNanos; awaited >= 0 && left > 0; left = end - System.nanoTime()) {
          pause(left);
        }
        if (awaited < 0) {
          return true;
        }
      }
      awaited = -1;
      return false;
    }
  }

  private void pause(long nanos) throws IOException {
    try {
      news.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void read() {
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[ROOM], ROOM);
        socket.receive(packet);
        if (receiver.equals(packet.getSocketAddress())) {
          heard(Frame.decode(packet.getData().clone(), packet.getLength()));
        }
      } catch (IOException | RuntimeException strange) {
        // Whatever it is, it is no acknowledgement.
      }
    }
  }

  private void heard(Optional<Frame> frame) {
    synchronized (news) {
      boolean right =
          frame.isPresent()
              && frame.get().type() == Frame.Type.ACK
              && frame.get().sequence() == awaited;
      if (right) {
        awaited = -1;
        news.notifyAll();
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (turn) {
      if (closing) {
        return;
      }
      closing = true;
      try (socket) {
        delivered(Frame.empty(Frame.Type.FIN, next));
      }
      try {
        reader.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
