package chatlabs.grader.wire;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * One datagram that came from the program.
 *
 * @param bytes exactly its bytes; not to be changed
 * @param from who sent it
 * @param at when it came, since the end that received it was opened
 * @param frame what it is, as the check's {@link FrameReader} says
 */
@SuppressWarnings("ArrayRecordComponent") // not compared
public record Datagram(byte[] bytes, InetSocketAddress from, Duration at, FrameName frame) {}
