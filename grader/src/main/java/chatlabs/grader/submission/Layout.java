package chatlabs.grader.submission;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides by names whether a folder or archive is one hand-in or has several in it. What an
 * operating system or a tool made does not count. In this order:
 *
 * <ol>
 *   <li>Names as Moodle or Canvas export them: several.
 *   <li>Things in it that look like a hand-in each are counted: archives, and folders that have an
 *       archive or a file called like one of the lab's classes somewhere in them. Folders with
 *       names that belong to one project ({@code src}, {@code server}, {@code old}, the lab's
 *       package …) are not counted.
 *   <li>A file called like one of the lab's classes (mistyped by two letters at most), a pom, a
 *       Gradle file or {@code src} lies directly in it: one, unless two or more of those things lie
 *       beside it.
 *   <li>At least one of those things: several.
 *   <li>Java files somewhere in folders of one project: one.
 *   <li>Java files directly in it: several if two of them declare the same class of the lab, else
 *       one.
 *   <li>Folders: several, which have nothing in them. Otherwise there is nothing.
 * </ol>
 */
final class Layout {
  private static final Set<String> PROJECT_FILES =
      Set.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "src");
  private static final Set<String> PROJECT_FOLDERS =
      Set.of(
          "src", "source", "sources", "main", "java", "code", "server", "client", "common",
          "shared", "test", "tests", "bin", "out", "build", "target", "lib", "libs", "doc", "docs");

  /** What a folder or archive is. */
  enum Verdict {
    ONE,
    SEVERAL,
    NOTHING
  }

  private final Lab lab;
  private final Function<String, List<String>> classesIn;
  private final Map<String, List<String>> byTop = new LinkedHashMap<>();

  /**
   * Learns what there is.
   *
   * @param paths all files, and folders with a slash at their end
   * @param classesIn the names of the classes that the file at a path declares
   */
  Layout(Lab lab, List<String> paths, Function<String, List<String>> classesIn) {
    this.lab = lab;
    this.classesIn = classesIn;
    for (var path : paths) {
      var top = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
      if (!Kinds.isSystemStep(top)) {
        byTop.computeIfAbsent(top, t -> new ArrayList<>()).add(path);
      }
    }
  }

  Verdict verdict() {
    if (hasCourseSystemNames()) {
      return Verdict.SEVERAL;
    }
    long alike = handInsAlike();
    if (byTop.keySet().stream().anyMatch(this::marksOneProject)) {
      return alike >= 2 ? Verdict.SEVERAL : Verdict.ONE;
    }
    if (alike >= 1) {
      return Verdict.SEVERAL;
    }
    if (byTop.keySet().stream().anyMatch(top -> isFolder(top) && isProject(top) && hasJava(top))) {
      return Verdict.ONE;
    }
    var loose = byTop.keySet().stream().filter(top -> !isFolder(top) && Kinds.isSource(top));
    var declared = loose.map(classesIn).toList();
    if (!declared.isEmpty()) {
      return sameLabClassTwice(declared) ? Verdict.SEVERAL : Verdict.ONE;
    }
    return byTop.keySet().stream().anyMatch(this::isFolder) ? Verdict.SEVERAL : Verdict.NOTHING;
  }

  boolean hasCourseSystemNames() {
    return byTop.keySet().stream().anyMatch(top -> CourseSystem.of(top).isPresent());
  }

  /** How many things in it look like a hand-in each. */
  long handInsAlike() {
    return byTop.keySet().stream().filter(this::looksLikeHandIn).count();
  }

  /** The one folder that everything is in; empty when there is more than that. */
  String wrapper() {
    var only = byTop.size() == 1 ? byTop.keySet().iterator().next() : "";
    return !only.isEmpty() && isFolder(only) ? only : "";
  }

  private boolean looksLikeHandIn(String top) {
    if (!isFolder(top)) {
      return Archive.isName(top);
    }
    return !isProject(top)
        && byTop.getOrDefault(top, List.of()).stream()
            .anyMatch(path -> !Kinds.isSystem(path) && (isLabFile(path) || Archive.isName(path)));
  }

  private boolean marksOneProject(String top) {
    return isFolder(top) ? top.equals("src") : PROJECT_FILES.contains(top) || isLabFile(top);
  }

  private boolean isFolder(String top) {
    return byTop.getOrDefault(top, List.of()).stream().anyMatch(path -> path.indexOf('/') >= 0);
  }

  private boolean isProject(String top) {
    var name = top.toLowerCase(Locale.ROOT);
    return PROJECT_FOLDERS.contains(name)
        || Kinds.isOldFolder(name)
        || lab.packageName().startsWith(name + ".");
  }

  private boolean hasJava(String top) {
    return byTop.getOrDefault(top, List.of()).stream().anyMatch(Kinds::isSource);
  }

  private boolean isLabFile(String path) {
    if (!Kinds.isSource(path)) {
      return false;
    }
    var name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(?i)\\.java$", "");
    var plain = name.replaceFirst("( ?\\(\\d+\\)|-\\d+| - Copy| copy)$", "");
    return lab.roles().stream()
        .map(Role::simpleName)
        .anyMatch(role -> Nearest.distance(role, plain) <= 2);
  }

  private boolean sameLabClassTwice(List<List<String>> declared) {
    return lab.classNames().stream()
        .anyMatch(name -> declared.stream().filter(names -> names.contains(name)).count() > 1);
  }
}
