package chatlabs.grader.host;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    for (var each : type.getConstructors()) {
      if (takes(each, arguments)) {
        return each;
      }
    }
    throw new Missing(
        "public " + type.getSimpleName() + Plain.typeNames(arguments),
        nearest(type.getDeclaredConstructors(), type.getSimpleName() + " has no constructor"));
  }

  static Method method(Class<?> type, String name, List<?> arguments) throws Missing {
    needPublic(type);
    for (var each : type.getMethods()) {
      if (each.getName().equals(name) && takes(each, arguments)) {
        return open(each);
      }
    }
    var sameName =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equalsIgnoreCase(name))
            .toArray(Method[]::new);
    throw new Missing(
        "public method " + type.getSimpleName() + "." + name + Plain.typeNames(arguments),
        nearest(sameName, type.getSimpleName() + " has no method of that name"));
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
