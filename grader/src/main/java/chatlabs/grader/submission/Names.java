package chatlabs.grader.submission;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives each hand-in a name that is unique whatever the case of its letters, and safe as a file's
 * name on any system. Students of one name get their course system's number, or else a count in the
 * order of the hand-ins.
 */
final class Names {
  private static final int LONGEST = 60;
  private static final String RESERVED = "(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?";

  private final Map<String, Integer> wanted = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  Names(List<HandIn> handIns) {
    handIns.forEach(handIn -> wanted.merge(key(safe(handIn.name())), 1, Integer::sum));
  }

  /** The name of the next hand-in. */
  String next(HandIn handIn) {
    var name = safe(handIn.name());
    boolean twins = wanted.getOrDefault(key(name), 0) > 1;
    var base = twins && !handIn.id().isEmpty() ? name + "_" + handIn.id() : name;
    var unique = base;
    for (int i = 2; !used.add(key(unique)); i++) {
      unique = base + "-" + i;
    }
    return unique;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static String safe(String name) {
    var text = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    text = text.replaceAll("\\s+", "_").replaceAll("[^\\p{L}\\p{M}\\p{N}._@+-]", "-");
    text = text.replaceAll("^[.-]+|[.-]+$", "");
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST - 9) + "-" + Integer.toHexString(name.hashCode());
    }
    if (text.isEmpty()) {
      return "hand-in";
    }
    return text.matches(RESERVED) ? text + "_" : text;
  }
}
