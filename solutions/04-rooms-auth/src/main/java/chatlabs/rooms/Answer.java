package chatlabs.rooms;

import java.util.Collection;

/** What the server answers to a request: one line for each. Given. */
sealed interface Answer {
  record Registered() implements Answer {}

  record Welcome(String name) implements Answer {}

  record Joined(String room) implements Answer {}

  record Left(String room) implements Answer {}

  record Sent() implements Answer {}

  record RoomList(Collection<String> rooms) implements Answer {}

  record Members(Collection<String> names) implements Answer {}

  record Bye() implements Answer {}

  /** A refusal: {@code bad-name}, {@code not-in-room}. */
  record Refused(String code) implements Answer {}

  /** The answer as the client gets it, without its LF. */
  default String line() {
    return switch (this) {
      case Registered registered -> "OK registered";
      case Welcome welcome -> "OK welcome " + welcome.name();
      case Joined joined -> "OK joined " + joined.room();
      case Left left -> "OK left " + left.room();
      case Sent sent -> "OK sent";
      case RoomList list -> words("OK rooms", list.rooms());
      case Members members -> words("OK who", members.names());
      case Bye bye -> "OK bye";
      case Refused refused -> "ERR " + refused.code();
    };
  }

  private static String words(String first, Collection<String> more) {
    return more.isEmpty() ? first : first + " " + String.join(" ", more);
  }
}
