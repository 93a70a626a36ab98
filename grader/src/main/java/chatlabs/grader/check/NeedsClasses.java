package chatlabs.grader.check;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check, or all checks of a class, that need more of the program than a server that listens:
 * another of its classes, or a method. Where a server is all that can be reached they are not
 * judged, however far that server would get: hand-ins that are graded so are all worth the same.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsClasses {}
