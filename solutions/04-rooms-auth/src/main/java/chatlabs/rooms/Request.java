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
    // <solution 1: split the line into at most three fields, and switch over the first>
    String[] fields = line.split(" ", 3);
    String command = fields[0];
    return switch (command) {
      case "REGISTER", "LOGIN", "SAY", "TELL" ->
          fields.length == 3 ? withTwo(command, fields[1], fields[2]) : new BadArguments(command);
      case "JOIN", "LEAVE", "WHO" ->
          fields.length == 2 ? withOne(command, fields[1]) : new BadArguments(command);
      case "ROOMS" -> fields.length == 1 ? new ListRooms() : new BadArguments(command);
      case "QUIT" -> fields.length == 1 ? new Quit() : new BadArguments(command);
      default -> new Unknown();
    };
    // </solution>
  }

  // <solution-only>
  private static Request withTwo(String command, String first, String rest) {
    return switch (command) {
      case "REGISTER" -> new Register(first, rest);
      case "LOGIN" -> new Login(first, rest);
      case "SAY" -> new Say(first, rest);
      default -> new Tell(first, rest);
    };
  }

  private static Request withOne(String command, String room) {
    return switch (command) {
      case "JOIN" -> new Join(room);
      case "LEAVE" -> new Leave(room);
      default -> new Who(room);
    };
  }
  // </solution-only>
}
