package chatlabs.grader.check;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** What has to be in reach of a check. */
public final class Reach {
  private Reach() {}

  /** Whether {@link NeedsClasses} says it of this check, or of all checks of its class. */
  public static boolean needsClasses(Method check) {
    return Stream.of(check, check.getDeclaringClass())
        .anyMatch(each -> each.isAnnotationPresent(NeedsClasses.class));
  }
}
