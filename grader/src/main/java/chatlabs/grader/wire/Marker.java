package chatlabs.grader.wire;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * A datagram that the grader sends to a socket of its own: when it is read, all that came before it
 * was read. Nobody else can send it, for its bytes cannot be guessed.
 */
public final class Marker {
  private final byte[] bytes;

  /** A marker that no other is equal to. */
  public Marker() {
    var token = UUID.randomUUID();
    bytes =
        ByteBuffer.allocate(16)
            .putLong(token.getMostSignificantBits())
            .putLong(token.getLeastSignificantBits())
            .array();
  }

  /** Sends it to this port of the loopback interface; when a buffer is full there it gets lost. */
  public void send(int port) throws IOException {
    var to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var from = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      from.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }

  /** Whether this is it. */
  public boolean is(DatagramPacket packet) {
    return Arrays.equals(bytes, 0, bytes.length, packet.getData(), 0, packet.getLength());
  }
}
