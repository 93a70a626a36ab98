package chatlabs.grader.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether classes keep anything in static fields that could change. Where they do, each check
 * gets a class loader of its own; where they do not, checks share one, which is many times cheaper:
 * the JVM links, verifies and compiles the classes once.
 */
final class StaticState {
  /** Of the JDK; what they hold cannot change. */
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
          Class.class,
          DateTimeFormatter.class,
          Duration.class,
          HexFormat.class,
          Instant.class,
          Pattern.class,
          UUID.class,
          ZoneOffset.class);

  private StaticState() {}

  /**
   * Whether any class below this folder has a static field that could change. Classes are looked
   * at, not initialised; one that cannot be looked at counts as one that could.
   */
  static boolean isIn(URL folder, ClassLoader loader) {
    Path path = path(folder);
    if (path == null) {
      return true;
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .anyMatch(file -> isIn(className(path.relativize(file)), loader));
    } catch (IOException | UncheckedIOException unreadable) {
      return true;
    }
  }

  private static @Nullable Path path(URL folder) {
    try {
      Path path = Path.of(folder.toURI());
      return Files.isDirectory(path) ? path : null;
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException other) {
      return null;
    }
  }

  /** The constants of an enum are static, and so is what they hold. */
  private static boolean isIn(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, false, loader);
      boolean constants = type.isEnum() || isEnum(type.getSuperclass());
      return Stream.of(type.getDeclaredFields())
          .filter(field -> constants || Modifier.isStatic(field.getModifiers()))
          .anyMatch(StaticState::couldChange);
    } catch (ClassNotFoundException | LinkageError broken) {
      return true;
    }
  }

  private static boolean isEnum(@Nullable Class<?> type) {
    return type != null && type.isEnum();
  }

  private static boolean couldChange(Field field) {
    if (field.isSynthetic()) {
      return false; // the compiler's own: tables of enum switches, the state of assertions
    }
    Class<?> type = field.getType();
    boolean constant = type.isPrimitive() || UNCHANGING.contains(type) || field.isEnumConstant();
    return !Modifier.isFinal(field.getModifiers()) || !constant;
  }

  private static String className(Path file) {
    String path = file.toString();
    String separator = file.getFileSystem().getSeparator();
    return path.substring(0, path.length() - ".class".length()).replace(separator, ".");
  }
}
