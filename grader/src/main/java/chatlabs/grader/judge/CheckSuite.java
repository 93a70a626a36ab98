package chatlabs.grader.judge;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Reach;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.verdict.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lab's compiled checks, public and hidden, loaded from its folders. Safe for use by several
 * threads.
 */
public final class CheckSuite {
  private static final Comparator<Loaded> ORDER =
      Comparator.comparing((Loaded loaded) -> loaded.info().todo())
          .thenComparing(loaded -> loaded.info().requirement())
          .thenComparing(loaded -> loaded.info().id());

  private final List<Loaded> checks;

  private CheckSuite(List<Loaded> checks) {
    this.checks = checks.stream().sorted(ORDER).toList();
  }

  /** A check and the method that is it. */
  record Loaded(CheckInfo info, Method method) {}

  /**
   * Loads the checks of a lab.
   *
   * @throws IllegalStateException when the lab is not built, or two checks have one id
   */
  public static CheckSuite of(Lab lab) {
    var folders = Stream.of(lab.publicChecks(), lab.hiddenChecks()).filter(Files::isDirectory);
    var urls = folders.map(CheckSuite::url).toArray(URL[]::new);
    var loader = new URLClassLoader("checks", urls, CheckSuite.class.getClassLoader());
    var found = new ArrayList<Loaded>();
    found.addAll(load(lab.publicChecks(), Visibility.PUBLIC, loader));
    found.addAll(load(lab.hiddenChecks(), Visibility.HIDDEN, loader));
    if (found.isEmpty()) {
      throw new IllegalStateException("no compiled checks in " + lab.publicChecks());
    }
    needDistinct(found);
    return new CheckSuite(found);
  }

  /** What all checks together are worth. */
  public int points() {
    return checks().stream().mapToInt(CheckInfo::points).sum();
  }

  /** All checks, in the order in which students meet them. */
  public List<CheckInfo> checks() {
    return checks.stream().map(Loaded::info).toList();
  }

  /**
   * The part of this suite that somebody asks for.
   *
   * @param typed ids, or names of methods; an empty list means all
   * @throws IllegalArgumentException when one of them names no check
   */
  public CheckSuite only(List<String> typed) {
    for (var each : typed) {
      if (checks.stream().noneMatch(loaded -> loaded.info().isMeantBy(each))) {
        throw new IllegalArgumentException(
            "there is no check '"
                + each
                + "'; there are\n  "
                + String.join("\n  ", checks().stream().map(CheckInfo::id).toList()));
      }
    }
    return typed.isEmpty()
        ? this
        : new CheckSuite(checks.stream().filter(loaded -> isMeant(loaded, typed)).toList());
  }

  /** Whether a server is enough for one check at least, without the program's classes. */
  public boolean hasAnyForServers() {
    return checks.stream().anyMatch(each -> !Reach.needsClasses(each.method()));
  }

  List<Loaded> loaded() {
    return checks;
  }

  private static void needDistinct(List<Loaded> found) {
    var ids = new HashSet<String>();
    for (var loaded : found) {
      if (!ids.add(loaded.info().id())) {
        throw new IllegalStateException("two checks have the id " + loaded.info().id());
      }
    }
  }

  private static boolean isMeant(Loaded loaded, List<String> typed) {
    return typed.stream().anyMatch(loaded.info()::isMeantBy);
  }

  private static List<Loaded> load(Path folder, Visibility visibility, ClassLoader loader) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> className(folder.relativize(file)))
          .sorted()
          .flatMap(name -> methods(name, loader))
          .map(method -> new Loaded(CheckInfo.of(method, visibility), method))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the checks in " + folder, unreadable);
    }
  }

  private static Stream<Method> methods(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, false, loader);
      return Stream.of(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Check.class));
    } catch (ClassNotFoundException | LinkageError broken) {
      throw new IllegalStateException("cannot load the checks of " + className, broken);
    }
  }

  private static String className(Path file) {
    String path = file.toString();
    return path.substring(0, path.length() - ".class".length())
        .replace(file.getFileSystem().getSeparator(), ".");
  }

  private static URL url(Path folder) {
    try {
      return folder.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
