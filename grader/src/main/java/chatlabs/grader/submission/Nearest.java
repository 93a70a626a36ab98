package chatlabs.grader.submission;

import chatlabs.grader.lab.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says which class was looked for in vain, and what comes nearest to it. */
final class Nearest {
  private record Hit(SourceFile source, String type, int distance) {}

  private Nearest() {}

  /** One line for a class that none of {@code sources} declares. */
  static String to(Role role, List<SourceFile> sources) {
    var looked = "looked for " + role.className() + "; ";
    return looked
        + hits(role, sources)
            .min(Comparator.comparingInt(Hit::distance))
            .map(hit -> "nearest: " + describe(hit, role))
            .orElseGet(() -> "found nothing like it" + instead(sources));
  }

  private static Stream<Hit> hits(Role role, List<SourceFile> sources) {
    int near = Math.max(2, role.simpleName().length() / 3);
    return sources.stream()
        .flatMap(source -> source.types().stream().map(type -> hit(role, source, type)))
        .filter(hit -> hit.distance() <= near);
  }

  private static Hit hit(Role role, SourceFile source, String type) {
    return new Hit(source, type, distance(role.simpleName(), type));
  }

  private static String describe(Hit hit, Role role) {
    var found = "class %s in %s".formatted(hit.type(), Budget.shortened(hit.source().path()));
    var packageName = hit.source().packageName();
    if (packageName.equals(role.packageName())) {
      return found + " (package " + packageName + ")";
    }
    var where = packageName.isEmpty() ? "default package" : "package " + packageName;
    return found + " (" + where + "; it must begin with: package " + role.packageName() + ";)";
  }

  private static String instead(List<SourceFile> sources) {
    var classes = sources.stream().flatMap(source -> source.classNames().stream()).toList();
    return classes.isEmpty() ? "" : "; there are the classes " + Aside.some(classes);
  }

  /** Levenshtein's distance, upper and lower case being the same. */
  static int distance(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > 20) {
      return Integer.MAX_VALUE;
    }
    var row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
