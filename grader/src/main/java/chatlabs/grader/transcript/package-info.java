/**
 * What happened on the wire: every byte in and out with its time, and its drawing as a sequence
 * diagram. Checks write it through {@code chatlabs.grader.wire}; reports show it.
 */
@NullMarked
package chatlabs.grader.transcript;

import org.jspecify.annotations.NullMarked;
