package chatlabs.broadcast;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who is in the room. Its lock gives all that happens here one order, the same for every user; that
 * costs nobody time, because an outbox takes a line without waiting for its client.
 */
final class Room {
  private final Map<String, Outbox> users = new TreeMap<>(); // sorted by name; guarded by the lock

  /**
   * Lets a user in, tells it so, and tells the others (CAST-1, CAST-3, CAST-4).
   *
   * @return false, and nothing has happened, when the name is in use
   */
  synchronized boolean enter(String name, Outbox outbox) {
    throw new UnsupportedOperationException(
        "TODO 5: register with putIfAbsent; send WELCOME and who is online; tell the others");
  }

  /** Passes a text on to all others (CAST-5). */
  synchronized void say(String name, String text) {
    throw new UnsupportedOperationException("TODO 7: tell the others what this user says");
  }

  /** Removes a user, and tells the others (CAST-9). */
  synchronized void leave(String name) {
    throw new UnsupportedOperationException("TODO 8: remove the user, and tell the others");
  }

  /** The line that says who is here, sorted (CAST-1, CAST-8). */
  synchronized String online() {
    return "* online: " + String.join(", ", users.keySet());
  }

}
