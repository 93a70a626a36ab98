/**
 * Runs a submission: a {@link chatlabs.grader.launch.Subject} is one that runs, in this JVM, in a
 * JVM of its own, as a command in any language, or somewhere already. Checks do not see the
 * difference, except for what is out of reach for a kind.
 */
@NullMarked
package chatlabs.grader.launch;

import org.jspecify.annotations.NullMarked;
