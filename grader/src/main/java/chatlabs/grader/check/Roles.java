package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives an object of the student's program the face of an interface that checks know. */
final class Roles {
  private Roles() {}

  static String className(Class<?> role) {
    var annotation = role.getAnnotation(StudentClass.class);
    if (annotation == null) {
      throw new IllegalArgumentException(role + " has no @StudentClass");
    }
    return annotation.value();
  }

  static <T> T proxy(Class<T> role, Ref ref, Calls calls) {
    return proxy(role, ref, calls, (method, values) -> calls.call(ref, method, values));
  }

  /** The same for a class itself: its static methods. */
  static <T> T statics(Class<T> role, Calls calls) {
    String className = className(role);
    return proxy(
        role,
        new Ref(0, className),
        calls,
        (method, values) -> calls.callStatic(className, method, values));
  }

  /** Calls the student's method of this name. */
  private interface Target {
    @Nullable Object call(String method, List<?> arguments);
  }

  private static <T> T proxy(Class<T> role, Ref ref, Calls calls, Target target) {
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? ofObject(proxy, method, arguments, ref)
                    : invoke(method, arguments, calls, target)));
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object @Nullable [] arguments, Calls calls, Target target) {
    List<?> values = arguments == null ? List.of() : Arrays.asList(arguments);
    Object value = target.call(method.getName(), values);
    return new Results(method, calls).of(value);
  }

  private static @Nullable Object ofObject(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments, Ref ref) {
    return switch (method.getName()) {
      case "toString" -> ref.className() + "#" + ref.id();
      case "hashCode" -> ref.id();
      default -> arguments != null && proxy == arguments[0];
    };
  }
}
