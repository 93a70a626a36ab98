/**
 * Grades what the kit itself says the worth of: references and unusual solutions get full marks,
 * starters are not started, and each fault is caught by the checks that it names and no others.
 */
@NullMarked
package chatlabs.grader.selfcheck;

import org.jspecify.annotations.NullMarked;
