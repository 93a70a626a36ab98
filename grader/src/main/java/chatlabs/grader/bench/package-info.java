/**
 * Benchmarks: of the kit itself, what a grading costs beside what it could cost at the least; and
 * the ground for those that labs bring with them.
 */
@NullMarked
package chatlabs.grader.bench;

import org.jspecify.annotations.NullMarked;
