package chatlabs.grader.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was sent to a program that it has not read. Linux tells of bytes that are on their way, and
 * of what waits in the program's buffer ({@code /proc/net/tcp} and {@code udp}, see proc(5)), when
 * the program is in the same network as the grader; others do not.
 */
public final class Unread {
  private static final List<Path> CONNECTIONS = tables("tcp");
  private static final List<Path> DATAGRAM_SOCKETS = tables("udp");

  /** Between two looks at most: they take the program's own time on a crowded machine. */
  private static final Duration SELDOM = Duration.ofMillis(20);

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int QUEUES = 4;

  private Unread() {}

  /** Waits until the program has read all that was sent to it by this socket, or for so long. */
  static void await(Socket socket, Bell bell, Deadline longest) {
    String ours = port(socket.getLocalPort());
    String theirs = port(socket.getPort());
    Predicate<String[]> unread =
        fields -> isOnItsWay(fields, ours, theirs) || waits(fields, ours, theirs);
    await(CONNECTIONS, unread, bell, longest);
  }

  /**
   * Waits until the program has read all datagrams that were sent to this loopback address of its,
   * or for so long. Looks at the port alone.
   */
  public static void await(InetSocketAddress program, Bell bell, Deadline longest) {
    String port = port(program.getPort());
    Predicate<String[]> unread = fields -> fields[LOCAL].endsWith(port) && areWaiting(fields);
    await(DATAGRAM_SOCKETS, unread, bell, longest);
  }

  private static void await(
      List<Path> tables, Predicate<String[]> unread, Bell bell, Deadline longest) {
    bell.repeat(() -> tables.stream().noneMatch(table -> anyOf(table, unread)), SELDOM, longest);
  }

  private static boolean anyOf(Path table, Predicate<String[]> fits) {
    try {
      return Files.readAllLines(table, StandardCharsets.US_ASCII).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > QUEUES)
          .anyMatch(fits);
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
    return joins(fields, theirs, ours) && areWaiting(fields);
  }

  private static boolean areWaiting(String[] fields) {
    return !fields[QUEUES].endsWith(":00000000");
  }

  private static boolean joins(String[] fields, String local, String remote) {
    return fields[LOCAL].endsWith(local) && fields[REMOTE].endsWith(remote);
  }

  private static List<Path> tables(String protocol) {
    return List.of(
        Path.of("/proc/self/net/" + protocol), Path.of("/proc/self/net/" + protocol + "6"));
  }

  private static String port(int number) {
    return String.format(":%04X", number);
  }
}
