package chatlabs.stopandwait;

import java.util.ArrayDeque;
import java.util.Queue;

/** The payloads that have arrived and were not fetched yet; two threads meet here. */
final class Inbox {
  private static final int LIMIT = 1_024; // SAW-13

  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private boolean ended;

  /** Keeps a payload; false when there is no room for it. Never waits. */
  synchronized boolean put(byte[] payload) {
    if (waiting.size() == LIMIT) {
      return false;
    }
    waiting.add(payload);
    notifyAll();
    return true;
  }

  /** No further payload will come; those that wait can still be fetched (SAW-12). */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Nobody wants the payloads any more (SAW-16). */
  synchronized void close() {
    waiting.clear();
    end();
  }

  /** Waits for a payload, and takes it out; null when none will come any more. */
  synchronized byte[] take() {
    try {
      while (waiting.isEmpty() && !ended) {
        wait();
      }
      return waiting.poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
