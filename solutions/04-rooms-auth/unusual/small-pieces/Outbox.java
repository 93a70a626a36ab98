// Unusual: what waits is written in pieces that end anywhere, 5 bytes or a hundredth of it.
package chatlabs.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What one client is to hear and has not heard yet. Any thread may send, and never waits; one
 * thread writes, and may wait for the client as long as it takes (CAST-10).
 */
final class Outbox {
  private static final int BOUND = 10_000; // lines that may wait
  private static final int AT_ONCE = 500; // lines in one write
  private static final int SMALLEST = 5; // bytes in one write
  private static final int PIECES = 100;

  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(BOUND);
  private final byte[] end = {}; // stands for the end of what is to be written
  private final Socket client;

  Outbox(Socket client) {
    this.client = client;
  }

  /** The bytes of a line with its LF, the same on every computer (LINE-2). */
  static byte[] bytes(String line) {
    return (line + "\n").getBytes(UTF_8);
  }

  /** Lets a line wait to be written; does not block. */
  void send(String line) {
    send(bytes(line));
  }

  /** The same, for a line whose bytes are known: it is encoded once for the whole room. */
  void send(byte[] line) {
    if (!waiting.offer(line)) {
      drop();
    }
  }

  /** Says that nothing more will be sent; what waits is still written. */
  void end() {
    send(end);
  }

  /** Writes what waits, and what still comes, until the end; blocks as long as that takes. */
  void writeTo(OutputStream out) throws IOException, InterruptedException {
    List<byte[]> lines = new ArrayList<>();
    while (!lines.contains(end)) {
      lines.clear();
      lines.add(waiting.take());
      waiting.drainTo(lines, AT_ONCE);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      lines.forEach(all::writeBytes);
      byte[] bytes = all.toByteArray();
      int piece = Math.max(SMALLEST, bytes.length / PIECES);
      for (int from = 0; from < bytes.length; from += piece) {
        out.write(bytes, from, Math.min(piece, bytes.length - from));
      }
    }
  }

  /** Disconnects the client at once, whatever waits; its two threads end by that. */
  void drop() {
    try {
      client.close();
    } catch (IOException e) {
      // It is closed all the same, and whoever sends has no use for this.
    }
  }
}
