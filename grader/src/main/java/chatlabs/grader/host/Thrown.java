package chatlabs.grader.host;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An exception of the student's program as plain data.
 *
 * @param types its class and its superclasses, the nearest first
 * @param message its message, or ""
 * @param stack its stack trace, at most {@value #STACK_LIMIT} characters
 */
public record Thrown(List<String> types, String message, String stack) {
  private static final int STACK_LIMIT = 6_000;
  private static final int MESSAGE_LIMIT = 2_000;

  /** Takes what is worth telling from an exception; hostile ones (failing getMessage) included. */
  public static Thrown of(Throwable thrown) {
    var types = new ArrayList<String>();
    for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
      types.add(type.getName());
    }
    return new Thrown(types, message(thrown), stack(thrown));
  }

  /** The exception's own class. */
  public String type() {
    return types.get(0);
  }

  /** Whether it is of this class or of one below it. */
  public boolean isA(String className) {
    return types.contains(className);
  }

  /** Whether it is a starter's mark of a method that was not written yet. */
  public boolean isTodo() {
    return type().equals("java.lang.UnsupportedOperationException") && message.startsWith("TODO");
  }

  /** Class and message, as stack traces begin. */
  @Override
  public String toString() {
    return message.isEmpty() ? type() : type() + ": " + message;
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : cut(message, MESSAGE_LIMIT);
    } catch (Throwable hostile) { // the student's own exception class may do anything
      return "";
    }
  }

  private static String stack(Throwable thrown) {
    try {
      var text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text));
      return cut(text.toString().replace("\r\n", "\n"), STACK_LIMIT);
    } catch (Throwable hostile) { // as above
      return "";
    }
  }

  private static String cut(String text, int limit) {
    int rest = text.length() - limit;
    return rest <= 0 ? text : text.substring(0, limit) + "... (" + rest + " more characters)";
  }
}
