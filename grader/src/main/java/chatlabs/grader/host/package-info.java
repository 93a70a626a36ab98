/**
 * What runs inside the JVM of a hand-in: it makes the student's objects and calls their methods on
 * request. It knows the JDK and a JSON parser, nothing of the grader, so that a hand-in's JVM holds
 * nothing worth reading. Requests and answers are plain data.
 */
@NullMarked
package chatlabs.grader.host;

import org.jspecify.annotations.NullMarked;
