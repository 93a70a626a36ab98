/**
 * The grader's own ends of connections. A {@link chatlabs.grader.wire.Peer} talks to the program
 * under test over a real socket; each wait ends with the event or at a deadline, and what came
 * instead of what was expected is a typed {@link chatlabs.grader.wire.Outcome}.
 */
@NullMarked
package chatlabs.grader.wire;

import org.jspecify.annotations.NullMarked;
