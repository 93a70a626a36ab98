package chatlabs.grader.judge;

import chatlabs.grader.check.Check;
import chatlabs.grader.verdict.Visibility;
import java.lang.reflect.Method;

/**
 * What is known of a check without running it.
 *
 * @param id class and method, as Maven's {@code -Dtest} takes it
 * @param title the method's name as a sentence
 * @param todo the starter's TODO after which it can pass
 */
public record CheckInfo(
    String id,
    String title,
    String requirement,
    int points,
    String hint,
    int todo,
    Visibility visibility) {

  /** What the annotation of this method says. */
  public static CheckInfo of(Method method, Visibility visibility) {
    var check = method.getAnnotation(Check.class);
    return new CheckInfo(
        method.getDeclaringClass().getSimpleName() + "#" + method.getName(),
        method.getName().replace('_', ' '),
        check.requirement(),
        check.points(),
        check.hint(),
        check.todo(),
        visibility);
  }

  /** Whether this is what somebody means who types this: the id, or the method's name alone. */
  boolean isMeantBy(String typed) {
    return id.equals(typed) || id.substring(id.indexOf('#') + 1).equals(typed);
  }
}
