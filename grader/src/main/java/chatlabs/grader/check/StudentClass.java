package chatlabs.grader.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface through which checks speak to a class of the student's. Its methods are those
 * of the class, with plain parameters and results, or other such interfaces.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StudentClass {
  /** The full name of the class: {@code chatlabs.echo.EchoServer}. */
  String value();
}
