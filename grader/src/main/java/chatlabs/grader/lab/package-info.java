/**
 * Labs as data: where a lab's parts are, what its hand-ins must offer, and the solutions, starters
 * and faults that stand for hand-ins of a known worth.
 */
@NullMarked
package chatlabs.grader.lab;

import org.jspecify.annotations.NullMarked;
