/**
 * Grades in further JVMs, each in a network of its own: fixed ports of hand-ins do not collide
 * there, and nothing outside can be reached. Only the strict tier needs it.
 */
@NullMarked
package chatlabs.grader.worker;

import org.jspecify.annotations.NullMarked;
