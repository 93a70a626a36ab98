package chatlabs.grader.host;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the public constructor or method that a call means, and runs it. */
final class Members {
  private Members() {}

  /** What a reflective call does. */
  interface Call {
    @Nullable Object run() throws ReflectiveOperationException;
  }

  static Constructor<?> constructor(Class<?> type, List<?> arguments) throws Missing {
    needPublic(type);
    String wanted = "public " + type.getSimpleName() + Plain.typeNames(arguments);
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new Missing(wanted, type.getSimpleName() + " is abstract");
    }
    var fitting = best(Stream.of(type.getConstructors()), arguments);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    throw new Missing(
        wanted,
        nearest(type.getDeclaredConstructors(), type.getSimpleName() + " has no constructor"));
  }

  /** A public method of this class; a static one when there is no object to call it on. */
  static Method method(Class<?> type, String name, List<?> arguments, boolean onObject)
      throws Missing {
    needPublic(type);
    var named = Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name));
    var callable = named.filter(m -> onObject || Modifier.isStatic(m.getModifiers()));
    var fitting = best(callable, arguments);
    if (fitting.isPresent()) {
      return open(fitting.get());
    }
    var sameName =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equalsIgnoreCase(name))
            .toArray(Method[]::new);
    String kind = onObject ? "public method " : "public static method ";
    throw new Missing(
        kind + type.getSimpleName() + "." + name + Plain.typeNames(arguments),
        nearest(sameName, type.getSimpleName() + " has no method of that name"));
  }

  /** The overload that javac would take; reflection lists them in no order. */
  private static <T extends Executable> Optional<T> best(Stream<T> all, List<?> arguments) {
    return all.filter(each -> takes(each, arguments))
        .min(
            Comparator.comparing((T each) -> distance(each, arguments))
                .thenComparing(Executable::toString));
  }

  private static int distance(Executable each, List<?> arguments) {
    int sum = 0;
    Class<?>[] types = each.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      sum += Plain.distance(arguments.get(i), types[i]);
    }
    return sum;
  }

  /** Runs it; what the student's code threw comes as the cause of the exception. */
  static @Nullable Object run(Call call) throws InvocationTargetException {
    try {
      return call.run();
    } catch (InvocationTargetException threw) {
      throw threw;
    } catch (ExceptionInInitializerError threw) {
      throw new InvocationTargetException(threw);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void needPublic(Class<?> type) throws Missing {
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new Missing("public class " + type.getSimpleName(), "the class is not public");
    }
  }

  private static boolean takes(Executable each, List<?> arguments) {
    Class<?>[] types = each.getParameterTypes();
    if (types.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!Plain.fits(arguments.get(i), types[i])) {
        return false;
      }
    }
    return true;
  }

  private static <T extends AccessibleObject> T open(T member) {
    member.setAccessible(true);
    return member;
  }

  private static String nearest(Executable[] candidates, String none) {
    if (candidates.length == 0) {
      return none;
    }
    return "found "
        + Arrays.stream(candidates).map(Members::shown).collect(Collectors.joining(", "));
  }

  private static String shown(Executable each) {
    String modifiers = Modifier.toString(each.getModifiers());
    String name =
        each instanceof Method ? each.getName() : each.getDeclaringClass().getSimpleName();
    String types =
        Arrays.stream(each.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
    return (modifiers.isEmpty() ? "" : modifiers + " ") + name + types;
  }
}
