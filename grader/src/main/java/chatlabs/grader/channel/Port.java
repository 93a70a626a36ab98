package chatlabs.grader.channel;

import chatlabs.grader.wire.Marker;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One socket of a channel, which is read all the time. */
final class Port implements AutoCloseable {
  private static final int LARGEST = 65_535;
  private static final int BUFFER = 4 << 20;
  private static final long ONCE_MORE_MILLIS = 50;

  private final DatagramSocket socket;
  private final Marker marker;
  private final Thread reader;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition seen = lock.newCondition();
  private long markers;

  Port(String name, InetSocketAddress at, Marker marker, Consumer<DatagramPacket> arrivals)
      throws IOException {
    this.marker = marker;
    this.socket = new DatagramSocket(at);
    socket.setReceiveBufferSize(BUFFER);
    this.reader =
        Thread.ofPlatform().daemon().name("wire-channel-" + name).unstarted(() -> read(arrivals));
  }

  void start() {
    reader.start();
  }

  int number() {
    return socket.getLocalPort();
  }

  void send(byte[] bytes, SocketAddress to) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Waits until all that has come here was read and dealt with. */
  boolean settle(BooleanSupplier goOn) {
    lock.lock();
    try {
      long before = markers;
      while (markers == before) {
        if (socket.isClosed() || !goOn.getAsBoolean()) {
          return false;
        }
        marker.send(number()); // once more, for it gets lost when the buffer is full
        if (!awaitMarker(before)) {
          return false;
        }
      }
      return true;
    } catch (IOException trouble) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits a moment; false when interrupted. */
  private boolean awaitMarker(long before) {
    long left = TimeUnit.MILLISECONDS.toNanos(ONCE_MORE_MILLIS);
    try {
      while (markers == before && left > 0) {
        left = seen.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void read(Consumer<DatagramPacket> arrivals) {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      packet.setLength(LARGEST);
      try {
        socket.receive(packet);
      } catch (IOException closed) {
        return;
      }
      if (marker.is(packet)) {
        sawMarker();
      } else {
        arrivals.accept(packet);
      }
    }
  }

  private void sawMarker() {
    lock.lock();
    try {
      markers++;
      seen.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    socket.close();
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
