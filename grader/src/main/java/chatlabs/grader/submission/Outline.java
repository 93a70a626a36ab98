package chatlabs.grader.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a source declares at its top.
 *
 * @param packageName empty for the default package
 * @param types the simple names of the top-level types, in order
 * @param imports the imported names as written, without {@code static}
 */
record Outline(String packageName, List<String> types, List<String> imports) {
  private static final Set<String> KINDS = Set.of("class", "interface", "enum");

  static Outline of(String text) {
    var reading = new Reading(Tokens.of(text));
    reading.read();
    return new Outline(
        reading.packageName, List.copyOf(reading.types), List.copyOf(reading.imports));
  }

  /** One walk over the tokens that keeps the depth of braces. */
  private static final class Reading {
    private final List<String> tokens;
    private final List<String> types = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private String packageName = "";
    private int depth;

    Reading(List<String> tokens) {
      this.tokens = tokens;
    }

    void read() {
      for (int i = 0; i < tokens.size(); i++) {
        switch (tokens.get(i)) {
          case "{", "(" -> depth++;
          case "}", ")" -> depth = Math.max(0, depth - 1);
          default -> {
            if (depth == 0) {
              topLevel(i);
            }
          }
        }
      }
    }

    private void topLevel(int i) {
      var token = tokens.get(i);
      if (token.equals("package") && packageName.isEmpty() && types.isEmpty()) {
        packageName = name(i + 1);
      } else if (token.equals("import")) {
        imports.add(name(token(i + 1).equals("static") ? i + 2 : i + 1));
      } else if (KINDS.contains(token) && !token(i - 1).equals(".") && isName(token(i + 1))) {
        types.add(token(i + 1));
      } else if (token.equals("record") && isName(token(i + 1)) && opens(token(i + 2))) {
        types.add(token(i + 1));
      }
    }

    private static boolean opens(String token) {
      return token.equals("(") || token.equals("<");
    }

    private String name(int from) {
      var name = new StringBuilder();
      for (int i = from; isName(token(i)) || token(i).equals(".") || token(i).equals("*"); i++) {
        name.append(token(i));
      }
      return name.toString();
    }

    private static boolean isName(String token) {
      return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
    }

    private String token(int i) {
      return i >= 0 && i < tokens.size() ? tokens.get(i) : "";
    }
  }
}
