/**
 * Takes hand-ins in: finds them in what an instructor has, in any layout, and the lab's classes in
 * them. What cannot be used is reported by name and with a reason. Nothing of a hand-in is run
 * here, and nothing of it is written anywhere but to the work folder.
 */
@NullMarked
package chatlabs.grader.submission;

import org.jspecify.annotations.NullMarked;
