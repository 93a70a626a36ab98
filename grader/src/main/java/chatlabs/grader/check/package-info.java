/**
 * What checks are made of: the {@link chatlabs.grader.check.Check} annotation, the {@link
 * chatlabs.grader.check.Trial} that gives a check its subject, connections and seed, and the JUnit
 * extension that turns what happened into a typed result.
 */
@NullMarked
package chatlabs.grader.check;

import org.jspecify.annotations.NullMarked;
