package chatlabs.grader.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Bytes of a connection that the program at its other end has not read. Linux tells of those that
 * are on their way, and of those that wait in the other end's buffer ({@code /proc/net/tcp}, see
 * proc(5)), when that end is in the same network as this one; others do not.
 */
final class Unread {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int QUEUES = 4;

  private Unread() {}

  /** Whether there are any, as far as this system tells. Does not wait for them. */
  static boolean from(Socket socket) {
    String ours = port(socket.getLocalPort());
    String theirs = port(socket.getPort());
    return TABLES.stream().anyMatch(table -> hasAny(table, ours, theirs));
  }

  private static boolean hasAny(Path table, String ours, String theirs) {
    try {
      return Files.readAllLines(table, StandardCharsets.US_ASCII).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > QUEUES)
          .anyMatch(fields -> isOnItsWay(fields, ours, theirs) || waits(fields, ours, theirs));
    } catch (IOException unknown) {
      return false;
    }
  }

  /** At this end: bytes that the other end's system has not acknowledged. */
  private static boolean isOnItsWay(String[] fields, String ours, String theirs) {
    return joins(fields, ours, theirs) && !fields[QUEUES].startsWith("00000000:");
  }

  /** At the other end: bytes that the program has not taken. */
  private static boolean waits(String[] fields, String ours, String theirs) {
    return joins(fields, theirs, ours) && !fields[QUEUES].endsWith(":00000000");
  }

  private static boolean joins(String[] fields, String local, String remote) {
    return fields[LOCAL].endsWith(local) && fields[REMOTE].endsWith(remote);
  }

  private static String port(int number) {
    return String.format(":%04X", number);
  }
}
