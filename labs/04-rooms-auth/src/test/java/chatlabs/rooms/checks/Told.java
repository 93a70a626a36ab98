package chatlabs.rooms.checks;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An event as a client is told of it.
 *
 * @param kind {@code MSG}, {@code PM} or {@code NOTE}
 * @param room empty for a {@code PM}
 * @param who the sender, or who came or went
 * @param text what was said; {@code joined} or {@code left} for a note
 * @param time {@link Instant#MIN} for one that is expected
 */
public record Told(String kind, String room, String who, String text, Instant time) {
  private static final Set<String> KINDS = Set.of("MSG", "PM", "NOTE");

  public static Told message(String room, String sender, String text) {
    return new Told("MSG", room, sender, text.stripTrailing(), Instant.MIN);
  }

  public static Told privately(String sender, String text) {
    return new Told("PM", "", sender, text.stripTrailing(), Instant.MIN);
  }

  public static Told joined(String room, String name) {
    return new Told("NOTE", room, name, "joined", Instant.MIN);
  }

  public static Told left(String room, String name) {
    return new Told("NOTE", room, name, "left", Instant.MIN);
  }

  /** What a line of the server's tells; empty when it is no event. */
  static Optional<Told> read(String line, Clock clock) {
    boolean isPrivate = line.startsWith("PM ");
    String[] words = line.split(" ", isPrivate ? 4 : 5);
    boolean event = words.length > 2 && KINDS.contains(words[0]);
    if (!event || words.length < (isPrivate ? 3 : 4) || !words[1].endsWith("Z")) {
      return Optional.empty();
    }
    int who = isPrivate ? 2 : 3;
    String text = words.length > who + 1 ? words[who + 1] : "";
    try {
      Instant time = clock.read(words[1]);
      return Optional.of(new Told(words[0], isPrivate ? "" : words[2], words[who], text, time));
    } catch (DateTimeException noInstant) {
      return Optional.empty();
    }
  }

  /** Whether it is the same event, at whatever time. */
  public boolean same(Told other) {
    return kind.equals(other.kind)
        && room.equals(other.room)
        && who.equals(other.who)
        && text.equals(other.text);
  }

  /** As it stands on the wire. */
  public String shown() {
    String when = time.equals(Instant.MIN) ? "<time>" : time.toString();
    return kind + " " + when + " " + (room.isEmpty() ? "" : room + " ") + who + " " + text;
  }
}
