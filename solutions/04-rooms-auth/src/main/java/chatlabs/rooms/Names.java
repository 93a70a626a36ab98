package chatlabs.rooms;

import java.util.regex.Pattern;

/** What users, rooms, passwords and texts may look like. */
final class Names {
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,16}");
  private static final Pattern ROOM = Pattern.compile("[a-z0-9-]{1,16}");
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 128;

  private Names() {}

  static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  static boolean isRoom(String name) {
    return ROOM.matcher(name).matches();
  }

  /** Whether it is long enough, and not so long that hashing it is an attack (ROOMS-2). */
  static boolean isPassword(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= SHORTEST_PASSWORD && length <= LONGEST_PASSWORD;
  }

  /** The text without control characters, tab excepted (CAST-11). */
  static String clean(String text) {
    // <solution 11: leave out every character that Character.isISOControl knows, but the tab>
    StringBuilder clean = new StringBuilder(text);
    for (int i = text.length() - 1; i >= 0; i--) { // backwards: what is left to do stays in place
      char c = text.charAt(i);
      if (c != '\t' && Character.isISOControl(c)) {
        clean.deleteCharAt(i);
      }
    }
    return clean.toString();
    // </solution>
  }
}
