package chatlabs.rooms;

import java.util.Set;

/** What a client can ask for. */
sealed interface Request {
  record Register(String name, String password) implements Request {}

  record Login(String name, String password) implements Request {}

  record Join(String room) implements Request {}

  record Leave(String room) implements Request {}

  record Say(String room, String text) implements Request {}

  record Tell(String name, String text) implements Request {}

  record ListRooms() implements Request {}

  record Who(String room) implements Request {}

  record Quit() implements Request {}

  /** A command that exists, with a field too few or too many. */
  record BadArguments(String command) implements Request {}

  record Unknown() implements Request {}

  /** Whether it is only for those who have logged in (ROOMS-1). */
  default boolean needsLogin() {
    return switch (this) {
      case Register register -> false;
      case Login login -> false;
      case Quit quit -> false;
      case BadArguments bad -> !Set.of("REGISTER", "LOGIN", "QUIT").contains(bad.command());
      default -> true;
    };
  }

  /** Reads a line: fields are separated by one space, a password or text reaches to its end. */
  static Request parse(String line) {
    throw new UnsupportedOperationException(
        "TODO 1: split the line into at most three fields, and switch over the first");
  }

}
