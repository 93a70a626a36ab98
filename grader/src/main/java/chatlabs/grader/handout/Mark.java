package chatlabs.grader.handout;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comment that says where the block below it comes from: {@code <!-- from: pom.xml -->}. Readers
 * of the page do not see it.
 *
 * @param kind {@code from}, {@code session} or {@code report}
 */
public record Mark(int line, String kind, String argument) {
  private static final Pattern SYNTAX = Pattern.compile("\\s*<!-- (\\w+): (.*\\S) -->\\s*");

  static Optional<Mark> in(String text, int line) {
    var mark = SYNTAX.matcher(text);
    return mark.matches()
        ? Optional.of(new Mark(line, mark.group(1), mark.group(2)))
        : Optional.empty();
  }
}
