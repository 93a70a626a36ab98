package chatlabs.grader.host;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether classes keep anything in static fields that could change. Where they do, each check
 * gets a class loader of its own; where they do not, checks share one, which is many times cheaper:
 * the JVM links, verifies and compiles the classes once.
 */
final class StaticState {
  private static final Set<Class<?>> UNCHANGING =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Charset.class,
          Duration.class,
          Pattern.class,
          Class.class);

  private StaticState() {}

  /**
   * Whether any class below this folder has a static field that could change. Classes are looked
   * at, not initialised; one that cannot be looked at counts as one that could.
   */
  static boolean isIn(Path folder, ClassLoader loader) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .anyMatch(file -> isIn(className(folder.relativize(file)), loader));
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static boolean isIn(String className, ClassLoader loader) {
    try {
      for (var field : Class.forName(className, false, loader).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && couldChange(field)) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException | LinkageError broken) {
      return true;
    }
  }

  private static boolean couldChange(Field field) {
    if (field.isSynthetic()) {
      return false; // the compiler's own: tables of enum switches, the state of assertions
    }
    Class<?> type = field.getType();
    boolean constant =
        type.isPrimitive() || UNCHANGING.contains(type) || field.isEnumConstant();
    return !Modifier.isFinal(field.getModifiers()) || !constant;
  }

  private static String className(Path file) {
    String path = file.toString();
    String separator = file.getFileSystem().getSeparator();
    return path.substring(0, path.length() - ".class".length()).replace(separator, ".");
  }
}
