package chatlabs.broadcast.bench;

/**
 * One measurement of one server.
 *
 * @param burst what the users saw
 * @param cpuSeconds of the server's process, while all was delivered
 * @param rss the server's resident memory after it, in MiB
 */
record Measured(Burst.Result burst, double cpuSeconds, double rss) {}
