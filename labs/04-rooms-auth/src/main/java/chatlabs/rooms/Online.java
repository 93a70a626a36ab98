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
    throw new UnsupportedOperationException("TODO 9: one call that looks and puts");
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
    throw new UnsupportedOperationException(
        "TODO 14: look for the outbox once; send a Private event there");
  }
}
