package chatlabs.grader.channel;

/**
 * One datagram that came to the channel, and what becomes of it.
 *
 * @param number 1 for the first that came at all, in either direction
 * @param nanos when it came, as {@link System#nanoTime} counts
 * @param arrival what came
 * @param fate what becomes of it
 */
public record Passage(long number, long nanos, Arrival arrival, Fate fate) {}
