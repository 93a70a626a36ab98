/**
 * A channel between two programs that loses, doubles, delays, holds and damages datagrams, as a
 * script says or by chance. It serves checks, the command line and measurements alike, and knows no
 * lab: what a datagram is, a {@link chatlabs.grader.wire.FrameReader} tells.
 */
@NullMarked
package chatlabs.grader.channel;

import org.jspecify.annotations.NullMarked;
