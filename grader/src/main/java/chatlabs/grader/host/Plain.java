package chatlabs.grader.host;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the student's values into plain data and back. What every check needs goes without a pattern
 * switch: it would have to be linked anew in the JVM of each hand-in.
 */
final class Plain {
  private static final List<Class<?>> AS_THEY_ARE =
      List.of(
          String.class,
          Boolean.class,
          Long.class,
          byte[].class,
          Duration.class,
          InetSocketAddress.class);

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          short.class, Short.class,
          byte.class, Byte.class,
          boolean.class, Boolean.class,
          double.class, Double.class);

  /** Types of parameters for a number, the likeliest first. */
  private static final List<Class<?>> NUMBERS =
      List.of(int.class, Integer.class, long.class, Long.class, short.class, double.class);

  private final Function<Object, Ref> toRef;
  private final Function<Ref, Object> fromRef;

  Plain(Function<Object, Ref> toRef, Function<Ref, Object> fromRef) {
    this.toRef = toRef;
    this.fromRef = fromRef;
  }

  /** Whether this plain value can be given where a parameter has this type. */
  static boolean fits(@Nullable Object value, Class<?> type) {
    if (value == null || value instanceof Ref) {
      return !type.isPrimitive();
    }
    if (value instanceof Number n) {
      return number(n, type) != null;
    }
    if (type.isEnum() && value instanceof String s) {
      return constant(s, type) != null;
    }
    return BOXES.getOrDefault(type, type).isInstance(value);
  }

  /** How far a parameter's type is from that of a value which fits: 0 is the same. */
  static int distance(@Nullable Object value, Class<?> type) {
    if (value instanceof Number) {
      int at = NUMBERS.indexOf(type);
      return at < 0 ? NUMBERS.size() : at;
    }
    return value == null || BOXES.getOrDefault(type, type) == value.getClass() ? 0 : 1;
  }

  /** The parameter list that these values stand for: {@code (int, String)}. */
  static String typeNames(List<?> values) {
    return values.stream().map(Plain::typeName).collect(Collectors.joining(", ", "(", ")"));
  }

  @Nullable Object[] toJava(List<?> values, Class<?>[] types) {
    var actual = new @Nullable Object[types.length];
    for (int i = 0; i < types.length; i++) {
      actual[i] = toJava(values.get(i), types[i]);
    }
    return actual;
  }

  @Nullable Object fromJava(@Nullable Object value) {
    if (value == null || AS_THEY_ARE.contains(value.getClass())) {
      return value;
    }
    return switch (value) {
      case Double d -> d;
      case Float f -> f.doubleValue();
      case Number n -> n.longValue();
      case Character c -> c.toString();
      case Enum<?> constant -> constant.name();
      case Optional<?> optional -> fromJava(optional.orElse(null));
      case List<?> list -> list(list);
      case Path path -> path;
      default -> toRef.apply(value);
    };
  }

  /** What stands in it, at this moment; a list within a list stays the student's object. */
  private List<@Nullable Object> list(List<?> list) {
    var plain = new ArrayList<@Nullable Object>();
    for (Object each : list.toArray()) {
      Object value = fromJava(each);
      plain.add(value instanceof List<?> ? toRef.apply(each) : value);
    }
    return plain;
  }

  private @Nullable Object toJava(@Nullable Object value, Class<?> type) {
    if (value instanceof Number n) {
      return number(n, type);
    }
    if (value instanceof Ref r) {
      return fromRef.apply(r);
    }
    if (type.isEnum() && value instanceof String s) {
      return constant(s, type);
    }
    return value;
  }

  /** The number as this type, or null when it has no room for it. */
  private static @Nullable Object number(Number n, Class<?> type) {
    Class<?> box = BOXES.getOrDefault(type, type);
    if (box == Double.class) {
      return n.doubleValue();
    }
    if (box == Long.class || box == Object.class) {
      return n.longValue();
    }
    if (box == Integer.class && n.intValue() == n.longValue()) {
      return n.intValue();
    }
    if (box == Short.class && n.shortValue() == n.longValue()) {
      return n.shortValue();
    }
    return box == Byte.class && n.byteValue() == n.longValue() ? (Object) n.byteValue() : null;
  }

  private static @Nullable Object constant(String name, Class<?> type) {
    for (var each : type.getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  private static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number n -> "int";
      case byte[] bytes -> "byte[]";
      case Path path -> "Path";
      case List<?> list -> "List";
      case Ref ref -> ref.className().substring(ref.className().lastIndexOf('.') + 1);
      default -> value.getClass().getSimpleName();
    };
  }
}
