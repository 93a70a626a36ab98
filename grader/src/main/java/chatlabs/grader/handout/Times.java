package chatlabs.grader.handout;

import java.util.regex.Pattern;

/** Times in what a server says: a page shows one, and each playing of the session has its own. */
final class Times {
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  private Times() {}

  /** Whether two lines are the same but for the instants in them. */
  static boolean sameOtherwise(String expected, String actual) {
    return without(expected).equals(without(actual));
  }

  private static String without(String line) {
    return INSTANT.matcher(line.stripTrailing()).replaceAll("<time>");
  }
}
