package chatlabs.grader.student;

import java.io.PrintStream;
import java.util.Arrays;

/**
 * Says so when the student's program ends the JVM in which its checks run: {@code System.exit} in a
 * server would otherwise look like an accident of Maven.
 */
final class ExitWatch {
  private volatile String check = "";
  private volatile PrintStream out = System.out;
  private final Thread hook = new Thread(this::report, "chatlabs-exit-watch");

  void begin(PrintStream stream) {
    out = stream;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void enter(String title) {
    check = title;
  }

  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the JVM ends already, and the hook has its say
    }
  }

  /** Says it when a thread stands in {@code System.exit}; a user's Ctrl-C is no news. */
  private void report() {
    if (!check.isEmpty()) {
      Thread.getAllStackTraces().values().stream()
          .filter(ExitWatch::exits)
          .findFirst()
          .ifPresent(this::report);
    }
  }

  private void report(StackTraceElement[] stack) {
    out.println();
    out.println("Your program has ended the whole Java VM, and the checks with it,");
    out.println("while this was checked: " + check);
    Arrays.stream(stack)
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst()
        .ifPresent(frame -> out.println("The call stands here: " + frame));
    out.println("Let a method return or throw an exception; never call System.exit in it.");
    out.println();
    out.flush();
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            f -> f.getClassName().equals("java.lang.Runtime") && f.getMethodName().equals("exit"));
  }
}
