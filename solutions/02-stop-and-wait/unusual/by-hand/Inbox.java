// Unusual: a BlockingQueue of pieces, in which one that is no payload says that none will follow.
package chatlabs.stopandwait;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;

/** The payloads that have arrived and were not fetched yet. */
final class Inbox {
  private static final byte[] END = new byte[0]; // known by its identity

  private final Semaphore room = new Semaphore(1_024);
  private final LinkedBlockingDeque<byte[]> pieces = new LinkedBlockingDeque<>();

  boolean put(byte[] payload) {
    return room.tryAcquire() && pieces.add(payload);
  }

  void end() {
    pieces.addLast(END);
  }

  void close() {
    pieces.addFirst(END);
  }

  byte[] take() {
    try {
      byte[] piece = pieces.take();
      if (piece == END) {
        pieces.addFirst(END); // for whoever asks next
        return null;
      }
      room.release();
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
