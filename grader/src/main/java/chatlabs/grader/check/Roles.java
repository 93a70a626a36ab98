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
    return role.cast(
        Proxy.newProxyInstance(
            role.getClassLoader(),
            new Class<?>[] {role},
            (proxy, method, arguments) -> invoke(proxy, method, arguments, ref, calls)));
  }

  private static @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments, Ref ref, Calls calls) {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments, ref);
    }
    List<?> values = arguments == null ? List.of() : Arrays.asList(arguments);
    Object value = calls.call(ref, method.getName(), values);
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
