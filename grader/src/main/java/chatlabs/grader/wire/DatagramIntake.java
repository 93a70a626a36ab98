package chatlabs.grader.wire;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket that is always being read, on a thread of its own, until it is closed: a platform
 * thread, as there are few of these and stop-and-wait is all round trips. A virtual one is woken by
 * way of two other threads.
 */
final class DatagramIntake implements AutoCloseable {
  /** What may wait to be looked at, in bytes, each datagram counted with what it costs itself. */
  static final long BOUND = 32L << 20;

  private static final int COST = 500;

  private static final int LARGEST = 65_535;
  private static final int BUFFER = 4 << 20;
  private static final Duration ONCE_MORE = Duration.ofMillis(50);

  private final String name;
  private final String program;
  private final FrameReader reader;
  private final Transcript transcript;
  private final Bell bell;
  private final DatagramSocket socket;
  private final ArrayDeque<Datagram> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private long count;
  private long markersSeen;
  private final Marker marker = new Marker();

  DatagramIntake(
      String name, String program, FrameReader reader, Transcript transcript, Bell bell) {
    this.name = name;
    this.program = program;
    this.reader = reader;
    this.transcript = transcript;
    this.bell = bell;
    try {
      this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setReceiveBufferSize(BUFFER);
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot open a UDP socket", trouble);
    }
    Thread.ofPlatform().daemon().name("wire-" + name).start(this::read);
  }

  DatagramSocket socket() {
    return socket;
  }

  int waiting() {
    return waiting.size();
  }

  @Nullable Datagram next() {
    var next = waiting.poll();
    if (next != null) {
      waitingBytes -= COST + next.bytes().length;
    }
    return next;
  }

  long count() {
    return count;
  }

  /**
   * Sends a marker to this socket from another one, and waits until it was read: what had come
   * before is in the queue then.
   */
  boolean settle(Deadline deadline) {
    long before = bell.take(() -> markersSeen);
    while (true) {
      sendMarker(); // once more, for it gets lost when the buffer is full
      if (bell.await(() -> markersSeen > before, Deadline.fixed(ONCE_MORE))) {
        return true;
      }
      if (deadline.remainingNanos() == 0) {
        return false;
      }
    }
  }

  private void sendMarker() {
    try {
      marker.send(socket.getLocalPort());
    } catch (IOException trouble) {
      throw new UncheckedIOException("the grader cannot send to itself", trouble);
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void read() {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
      } catch (IOException closed) {
        return;
      }
      take(packet);
    }
  }

  private void take(DatagramPacket packet) {
    if (marker.is(packet)) {
      bell.ring(() -> markersSeen++);
      return;
    }
    byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    var frame = reader.read(bytes);
    var at = transcript.datagram(program, name, frame.toString(), Leg.WHOLE, Set.of(), "", 0);
    var from = (InetSocketAddress) packet.getSocketAddress();
    bell.ring(
        () -> {
          count++;
          if (waitingBytes < BOUND) { // more comes only from a program that floods
            waitingBytes += COST + bytes.length;
            waiting.add(new Datagram(bytes, from, at, frame));
          }
        });
  }
}
