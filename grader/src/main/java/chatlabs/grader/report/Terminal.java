package chatlabs.grader.report;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds out whether a person reads along. */
public final class Terminal {

  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Whether standard output is a terminal that understands ANSI escapes, and colour is wanted: not
   * when {@code NO_COLOR} is set, {@code TERM} is {@code dumb}, or on CI.
   */
  public static boolean outputHasColour() {
    return !plain(System.getenv()) && isTerminal(STANDARD_OUTPUT);
  }

  /** Whether standard error is a terminal whose current line can be rewritten. */
  static boolean errorIsTerminal() {
    return !dumb(System.getenv()) && isTerminal(STANDARD_ERROR);
  }

  static boolean plain(Map<String, String> environment) {
    return dumb(environment) || !environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  static boolean dumb(Map<String, String> environment) {
    return environment.containsKey("CI") || "dumb".equals(environment.get("TERM"));
  }

  /** Linux tells for each stream; elsewhere Java knows of input and output together only. */
  private static boolean isTerminal(Path stream) {
    if (Files.exists(Path.of("/proc/self/fd"))) {
      try {
        return isTerminalDevice(Files.readSymbolicLink(stream).toString());
      } catch (IOException e) {
        return false; // the stream is closed: nobody reads it
      }
    }
    return consoleIsTerminal();
  }

  static boolean isTerminalDevice(String target) {
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }

  /** From Java 22 on there is a console even without a terminal, and it says so itself. */
  @SuppressWarnings("SystemConsoleNull") // Java 21 gives null, newer ones are asked
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true; // Java 21: a console is a terminal
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
