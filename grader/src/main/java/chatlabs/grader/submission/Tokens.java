package chatlabs.grader.submission;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Java text into words and single signs; comments, strings and characters vanish. It takes
 * linear time, no recursion, and any text, however broken: hostile sources come here first.
 */
final class Tokens {
  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    var tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    return tokens.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      skipTo("\n", at);
    } else if (text.startsWith("/*", at)) {
      skipTo("*/", at + 2);
    } else if (text.startsWith("\"\"\"", at)) {
      skipText();
    } else if (c == '"' || c == '\'') {
      skipQuoted(c);
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      if (!Character.isWhitespace(c)) {
        tokens.add(String.valueOf(c));
      }
      at++;
    }
  }

  private void skipTo(String end, int from) {
    int found = text.indexOf(end, from);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipText() {
    at += 3;
    while (at < text.length() && !text.startsWith("\"\"\"", at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += 3;
  }

  /** A string that is not closed ends with its line, as it does for the compiler. */
  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void word() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    tokens.add(text.substring(from, at));
  }
}
