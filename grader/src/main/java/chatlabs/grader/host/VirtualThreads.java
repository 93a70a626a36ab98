package chatlabs.grader.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the live virtual threads, from the containers in which the JDK keeps them. A thread dump
 * tells of them, too, but takes their stacks, and JDK 25 may crash when they end meanwhile.
 */
final class VirtualThreads {
  /** The package that {@code --add-exports}, or the host's manifest, opens. */
  private static final String PACKAGE = "jdk.internal.vm";

  /** The JDK's own virtual threads: they wait for sockets of others. */
  private static final Pattern POLLER = Pattern.compile("(Sub|Master|Read-|Write-)Poller.*");

  private VirtualThreads() {}

  /**
   * The names of those made after the thread with this number; {@code virtual thread} for one
   * without a name. None where the JVM was not started to keep and to show them.
   */
  static List<String> namedAfter(long last) {
    if (!Object.class.getModule().isExported(PACKAGE, VirtualThreads.class.getModule())) {
      return List.of();
    }
    try {
      var names = new ArrayList<String>();
      add(result(method("ThreadContainers", "root"), null), last, names);
      return names;
    } catch (ReflectiveOperationException trouble) {
      throw new IllegalStateException("cannot list the virtual threads", trouble);
    }
  }

  /** Those of this container, and of the containers in it. */
  private static void add(Object container, long last, List<String> names)
      throws ReflectiveOperationException {
    for (Object each : all(container, "threads")) {
      var thread = (Thread) each;
      String name = thread.getName();
      if (thread.isVirtual() && thread.threadId() > last && !POLLER.matcher(name).matches()) {
        names.add(name.isEmpty() ? "virtual thread" : name);
      }
    }
    for (Object inner : all(container, "children")) {
      add(inner, last, names);
    }
  }

  private static List<?> all(Object container, String what) throws ReflectiveOperationException {
    return ((Stream<?>) result(method("ThreadContainer", what), container)).toList();
  }

  private static Method method(String type, String name) throws ReflectiveOperationException {
    return Class.forName(PACKAGE + "." + type).getMethod(name);
  }

  private static Object result(Method method, @Nullable Object target)
      throws IllegalAccessException, InvocationTargetException {
    return Objects.requireNonNull(method.invoke(target));
  }
}
