package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How checks read the lines of a program: trailing spaces carry no meaning (LINE-2). */
final class Lines {
  private Lines() {}

  static String lenient(byte[] line) {
    return lenient(new String(line, UTF_8));
  }

  static String lenient(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    return line.substring(0, end);
  }
}
