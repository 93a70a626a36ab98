package chatlabs.grader.submission;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The source roots of a hand-in: a source's folder without those of its steps that are its package.
 * Which root to take, where several offer the same class, goes by these rules, in this order: not a
 * folder that builds write to, not tests, the one with most of the lab's classes, not called old or
 * backup or the like, {@code src/main/java}, the shortest path, and of equal ones the last by name
 * ({@code v2} before {@code v1}).
 */
final class Roots {
  private final Map<String, Long> labClasses;

  /** Learns how many of the lab's classes each root has from the sources that declare them. */
  Roots(List<String> classNames, List<SourceFile> sources) {
    this.labClasses =
        sources.stream()
            .filter(source -> source.classNames().stream().anyMatch(classNames::contains))
            .collect(
                Collectors.groupingBy(
                    Roots::of, Collectors.summingLong(s -> count(s, classNames))));
  }

  private static long count(SourceFile source, List<String> classNames) {
    return source.classNames().stream().filter(classNames::contains).count();
  }

  boolean haveLabClass(String root) {
    return labClasses.containsKey(root);
  }

  /** The root of one source; empty at the top. */
  static String of(SourceFile source) {
    var folder = List.of(source.folder().split("/"));
    var steps = List.of(source.packageName().split("\\."));
    int same = 0;
    while (same < folder.size() && same < steps.size() && sameStep(folder, steps, same)) {
      same++;
    }
    return String.join("/", folder.subList(0, folder.size() - same));
  }

  private static boolean sameStep(List<String> folder, List<String> steps, int fromEnd) {
    return folder.get(folder.size() - 1 - fromEnd).equals(steps.get(steps.size() - 1 - fromEnd));
  }

  /** The best sources first: by their roots, then those that are called like their class. */
  Comparator<SourceFile> bestFirst() {
    return Comparator.comparing(Roots::of, rootsBestFirst())
        .thenComparing(source -> !isCalledLikeItsClass(source))
        .thenComparing(source -> source.path().length())
        .thenComparing(SourceFile::path, Comparator.reverseOrder());
  }

  private Comparator<String> rootsBestFirst() {
    return Comparator.comparing((Function<String, Boolean>) Kinds::isOutput)
        .thenComparing(Kinds::isTestFolder)
        .thenComparing(root -> -labClasses.getOrDefault(root, 0L))
        .thenComparing(Kinds::isOldFolder)
        .thenComparing(root -> !("/" + root).endsWith("/src/main/java"))
        .thenComparing(root -> Arrays.stream(root.split("/")).filter(s -> !s.isEmpty()).count())
        .thenComparing(Comparator.reverseOrder());
  }

  static boolean isCalledLikeItsClass(SourceFile source) {
    return source.types().contains(source.fileName().replaceFirst("(?i)\\.java$", ""));
  }
}
