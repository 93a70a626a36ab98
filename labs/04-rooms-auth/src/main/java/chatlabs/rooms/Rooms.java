package chatlabs.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is in which room. A room is there as long as somebody is in it (ROOMS-7). The lock gives all
 * events one order; nobody waits under it, because an outbox takes a line at once.
 */
final class Rooms {
  // For each room its members, sorted, and where each of them hears; guarded by the lock.
  private final SortedMap<String, SortedMap<String, Outbox>> rooms = new TreeMap<>();
  private Instant last = Instant.EPOCH; // guarded by the lock

  /**
   * Lets a user in, and tells the others.
   *
   * @return false when this user is in that room already
   */
  synchronized boolean join(String room, String name, Outbox outbox) {
    throw new UnsupportedOperationException(
        "TODO 10: find the room, or make it; add the user; tell the others");
  }

  /**
   * Passes a text on to all others in the room (ROOMS-8).
   *
   * @return false when this user is not in that room
   */
  synchronized boolean say(String room, String name, String text) {
    throw new UnsupportedOperationException(
        "TODO 12: look whether the user is in the room; tell the others");
  }

  /**
   * Lets a user out, and tells the others; an empty room is gone.
   *
   * @return false when this user is not in that room
   */
  synchronized boolean leave(String room, String name) {
    throw new UnsupportedOperationException(
        "TODO 13: remove the user, and the room when it is empty; tell the others");
  }

  /** Lets a user out of all rooms (ROOMS-11). */
  synchronized void leaveAll(String name) {
    List<String> all = new ArrayList<>(rooms.keySet()); // rooms may vanish on the way
    all.forEach(room -> leave(room, name));
  }

  /** The rooms there are, sorted. */
  synchronized List<String> names() {
    return List.copyOf(rooms.keySet());
  }

  /** Who is in this room, sorted; nobody, when there is no such room. */
  synchronized List<String> members(String room) {
    return rooms.containsKey(room) ? List.copyOf(rooms.get(room).keySet()) : List.of();
  }

  private boolean isIn(String room, String name) {
    return rooms.containsKey(room) && rooms.get(room).containsKey(name);
  }

  /** Tells everybody in a room but this user. */
  private void tellOthers(String room, String name, Event event) {
    byte[] bytes = Outbox.bytes(event.line());
    rooms
        .get(room)
        .forEach(
            (other, outbox) -> {
              if (!other.equals(name)) {
                outbox.send(bytes);
              }
            });
  }

  /** The time of the next event: clocks are set back now and then, events are not (ROOMS-12). */
  private Instant now() {
    Instant clock = Instant.now();
    last = clock.isAfter(last) ? clock : last;
    return last;
  }
}
