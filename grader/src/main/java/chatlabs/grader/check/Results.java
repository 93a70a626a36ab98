package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the plain result of a call the type that the method of a role has. */
final class Results {
  private final Method method;
  private final Calls calls;

  Results(Method method, Calls calls) {
    this.method = method;
    this.calls = calls;
  }

  /**
   * The value as the role's method has to return it.
   *
   * @throws Mismatch when the student's method returned something of another type
   */
  @Nullable Object of(@Nullable Object value) {
    Class<?> type = method.getReturnType();
    if (type == void.class) {
      return null;
    }
    if (type == Optional.class) {
      return Optional.ofNullable(value);
    }
    Object typed = typed(value, type);
    if (typed == null && (value != null || type.isPrimitive())) {
      throw calls.mismatch(
          Outcome.WRONG_VALUE,
          method.getName() + "() to return a value of type " + type.getSimpleName(),
          Shown.value(value));
    }
    return typed;
  }

  /** The value as this type, or null when it is none. */
  private @Nullable Object typed(@Nullable Object value, Class<?> type) {
    return switch (value) {
      case null -> null;
      case Long n when type == int.class || type == Integer.class -> whole(n);
      case Long n when type == long.class -> n;
      case Boolean b when type == boolean.class -> b;
      case Number n when type == double.class -> n.doubleValue();
      case String name when type.isEnum() -> constant(name, type);
      case Ref ref when type.isAnnotationPresent(StudentClass.class) ->
          Roles.proxy(type, ref, calls);
      default -> type.isInstance(value) ? value : null;
    };
  }

  private static @Nullable Object whole(long n) {
    return n == (int) n ? (Object) (int) n : null;
  }

  private static @Nullable Object constant(String name, Class<?> type) {
    for (var each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    return null;
  }
}
