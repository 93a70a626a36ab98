package chatlabs.grader.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives a check its trial, ends it, and turns what it threw into a typed result. */
final class CheckExtension
    implements ParameterResolver, TestExecutionExceptionHandler, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Trial.class || constructor(type) != null;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Trial trial = trial(context);
    var constructor = constructor(type);
    return constructor == null ? trial : fixture(constructor, trial);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
      throws Throwable {
    var cause = thrown;
    while (cause instanceof ParameterResolutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    throw Findings.of(cause, trial(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var trial = context.getStore(NAMESPACE).remove(Trial.class, Trial.class);
    if (trial != null) {
      trial.close();
    }
    bench(context).noteInterruption();
  }

  private static Trial trial(ExtensionContext context) {
    var store = context.getStore(NAMESPACE);
    if (store.get(Trial.class) == null) {
      demandReach(context);
      bench(context).demandTime();
    }
    return store.computeIfAbsent(
        Trial.class, key -> new Trial(bench(context), id(context)), Trial.class);
  }

  private static void demandReach(ExtensionContext context) {
    if (Reach.needsClasses(context.getRequiredTestMethod())
        && !bench(context).subject().hasClasses()) {
      throw new NotJudged("it needs the program's classes, and a server is all that is here");
    }
  }

  static String id(ExtensionContext context) {
    return context.getRequiredTestClass().getSimpleName()
        + "#"
        + context.getRequiredTestMethod().getName();
  }

  private static Bench bench(ExtensionContext context) {
    return context
        .getConfigurationParameter(Bench.PARAMETER)
        .map(Bench::named)
        .orElseGet(() -> inProcess(context));
  }

  /** One for all checks of a JVM; the class path holds the student's classes. */
  private static Bench inProcess(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Bench.class, key -> Bench.inProcess(), Bench.class);
  }

  private static @Nullable Constructor<?> constructor(Class<?> type) {
    for (var each : type.getDeclaredConstructors()) {
      if (each.getParameterCount() == 1 && each.getParameterTypes()[0] == Trial.class) {
        return each;
      }
    }
    return null;
  }

  private static Object fixture(Constructor<?> constructor, Trial trial) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(trial);
    } catch (InvocationTargetException threw) {
      throw new ParameterResolutionException("the fixture failed", threw.getTargetException());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
