/**
 * Looks at a machine and says what the kit lacks there, why that matters, and the command that
 * mends it. It changes nothing.
 */
@NullMarked
package chatlabs.grader.doctor;

import org.jspecify.annotations.NullMarked;
