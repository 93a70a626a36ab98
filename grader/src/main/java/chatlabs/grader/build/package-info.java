/**
 * Compiles hand-ins with the JDK's own compiler, in the grader's JVM: no annotation processors, no
 * class path, no build files of a student, nothing of a hand-in is run.
 */
@NullMarked
package chatlabs.grader.build;

import org.jspecify.annotations.NullMarked;
