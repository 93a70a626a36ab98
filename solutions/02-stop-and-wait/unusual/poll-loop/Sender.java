// Unusual: it asks for acknowledgements every millisecond, and looks at the clock in between.
package chatlabs.stopandwait;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Sends frames one at a time, each again and again until it is acknowledged. */
public final class Sender implements AutoCloseable {
  private final ReentrantLock turn = new ReentrantLock();
  private final DatagramSocket socket = new DatagramSocket();
  private final InetSocketAddress receiver;
  private final Duration timeout;
  private final int maxRetries;
  private int number;

  /** Makes a sender; nothing is sent yet. */
  public Sender(InetSocketAddress receiver, Duration timeout, int maxRetries) throws IOException {
    this.receiver = receiver;
    this.timeout = timeout;
    this.maxRetries = maxRetries;
    socket.setSoTimeout(1);
  }

  /** Sends one data frame, and returns when it has been acknowledged. */
  public void send(byte[] payload) throws IOException {
    turn.lock();
    try {
      if (!delivered(new Frame(Frame.Type.DATA, number, payload))) {
        throw new SocketTimeoutException("no acknowledgement of frame " + number);
      }
      number = (number + 1) % 256;
    } finally {
      turn.unlock();
    }
  }

  private boolean delivered(Frame frame) throws IOException {
    byte[] datagram = frame.encode();
    int transmissions = 0;
    long sentAt = 0;
    while (true) {
      if (transmissions == 0 || System.nanoTime() - sentAt >= timeout.toNanos()) {
        if (transmissions == maxRetries + 1) {
          return false;
        }
        socket.send(new DatagramPacket(datagram, datagram.length, receiver));
        sentAt = System.nanoTime();
        transmissions++;
      }
      if (polled() == frame.sequence()) {
        return true;
      }
    }
  }

  /** The number of an acknowledgement that was waiting, or -1. */
  private int polled() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException nothing) {
      return -1;
    }
    if (!receiver.equals(packet.getSocketAddress())) {
      return -1;
    }
    return Frame.decode(packet.getData(), packet.getLength())
        .filter(frame -> frame.type() == Frame.Type.ACK)
        .map(Frame::sequence)
        .orElse(-1);
  }

  @Override
  public void close() throws IOException {
    turn.lock();
    try (socket) {
      if (!socket.isClosed()) {
        delivered(new Frame(Frame.Type.FIN, number, new byte[0]));
      }
    } finally {
      turn.unlock();
    }
  }
}
