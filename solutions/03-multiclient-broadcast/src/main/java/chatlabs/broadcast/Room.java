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
    // <solution 5: register with putIfAbsent; send WELCOME and who is online; tell the others>
    if (users.putIfAbsent(name, outbox) != null) {
      return false;
    }
    outbox.send("WELCOME " + name);
    outbox.send(online());
    tellOthers(name, "* " + name + " has joined the chat room.");
    return true;
    // </solution>
  }

  /** Passes a text on to all others (CAST-5). */
  synchronized void say(String name, String text) {
    // <solution 7: tell the others what this user says>
    tellOthers(name, name + ": " + text);
    // </solution>
  }

  /** Removes a user, and tells the others (CAST-9). */
  synchronized void leave(String name) {
    // <solution 8: remove the user, and tell the others>
    users.remove(name);
    tellOthers(name, "* " + name + " has left the chat room.");
    // </solution>
  }

  /** The line that says who is here, sorted (CAST-1, CAST-8). */
  synchronized String online() {
    return "* online: " + String.join(", ", users.keySet());
  }

  // <solution-only>
  private void tellOthers(String name, String line) {
    byte[] bytes = Outbox.bytes(line);
    users.forEach(
        (other, outbox) -> {
          if (!other.equals(name)) {
            outbox.send(bytes);
          }
        });
  }
  // </solution-only>
}
