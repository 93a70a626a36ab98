package chatlabs.grader.channel;

import chatlabs.grader.wire.FrameName;

/**
 * A datagram that has come to the channel, before anything was done to it.
 *
 * @param way where it is going
 * @param frame what it is
 * @param nth 1 when it is the first with this identity in this direction, 2 for the second, …
 * @param number 1 for the first datagram at all in this direction
 * @param length in bytes
 */
public record Arrival(Way way, FrameName frame, int nth, long number, int length) {}
