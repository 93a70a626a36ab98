/**
 * Grades variants of a lab again and again, idle and busy, and tells of every verdict that ever
 * wavers; a ledger keeps what was graded, so that an interrupted soak can be gone on with.
 */
@NullMarked
package chatlabs.grader.soak;

import org.jspecify.annotations.NullMarked;
