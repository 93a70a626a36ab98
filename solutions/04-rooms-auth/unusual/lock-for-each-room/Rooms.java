// Unusual: each room has a lock of its own, and its own clock; no lock is for all rooms.
package chatlabs.rooms;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who is in which room. What happens in a room happens in compute(), one after the other. */
final class Rooms {
  private static final class Room {
    final SortedMap<String, Outbox> members = new TreeMap<>();
    Instant last = Instant.EPOCH;

    Instant now() {
      Instant clock = Instant.now();
      last = clock.isAfter(last) ? clock : last;
      return last;
    }

    void tellOthers(String name, Event event) {
      byte[] bytes = Outbox.bytes(event.line());
      members.forEach(
          (other, outbox) -> {
            if (!other.equals(name)) {
              outbox.send(bytes);
            }
          });
    }
  }

  private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();

  boolean join(String name, String user, Outbox outbox) {
    AtomicBoolean done = new AtomicBoolean();
    rooms.compute(
        name,
        (key, found) -> {
          Room room = found == null ? new Room() : found;
          if (room.members.putIfAbsent(user, outbox) == null) {
            done.set(true);
            room.tellOthers(user, new Event.Joined(room.now(), name, user));
          }
          return room;
        });
    return done.get();
  }

  boolean say(String name, String user, String text) {
    AtomicBoolean done = new AtomicBoolean();
    rooms.computeIfPresent(
        name,
        (key, room) -> {
          if (room.members.containsKey(user)) {
            done.set(true);
            room.tellOthers(user, new Event.Message(room.now(), name, user, text));
          }
          return room;
        });
    return done.get();
  }

  boolean leave(String name, String user) {
    AtomicBoolean done = new AtomicBoolean();
    rooms.computeIfPresent(
        name,
        (key, room) -> {
          if (room.members.remove(user) != null) {
            done.set(true);
            room.tellOthers(user, new Event.Left(room.now(), name, user));
          }
          return room.members.isEmpty() ? null : room;
        });
    return done.get();
  }

  void leaveAll(String user) {
    rooms.keySet().forEach(name -> leave(name, user));
  }

  List<String> names() {
    return rooms.keySet().stream().sorted().toList();
  }

  List<String> members(String name) {
    List<List<String>> found = new java.util.ArrayList<>();
    rooms.computeIfPresent(
        name,
        (key, room) -> {
          found.add(List.copyOf(room.members.keySet()));
          return room;
        });
    return found.isEmpty() ? List.of() : found.getFirst();
  }
}
