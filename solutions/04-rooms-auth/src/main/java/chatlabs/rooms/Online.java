package chatlabs.rooms;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in, and where what is for this user alone has to go. */
final class Online {
  private final Map<String, Outbox> users = new ConcurrentHashMap<>(); // by name

  /**
   * Notes that this user is here now.
   *
   * @return false when this user was here already, by another connection (ROOMS-6)
   */
  boolean enter(String name, Outbox outbox) {
    // <solution 9: one call that looks and puts>
    return users.putIfAbsent(name, outbox) == null;
    // </solution>
  }

  /** Notes that this user has gone. */
  void leave(String name) {
    users.remove(name);
  }

  /**
   * Tells this user something (ROOMS-9).
   *
   * @return false when this user is not here
   */
  boolean tell(String receiver, String sender, String text) {
    // <solution 14: look for the outbox once; send a Private event there>
    Outbox outbox = users.get(receiver);
    if (outbox == null) {
      return false;
    }
    outbox.send(new Event.Private(Instant.now(), sender, text).line());
    return true;
    // </solution>
  }
}
