/**
 * Judges a submission: finds a lab's compiled checks, runs them against a subject with JUnit,
 * repeats those that failed, and scores.
 */
@NullMarked
package chatlabs.grader.judge;

import org.jspecify.annotations.NullMarked;
