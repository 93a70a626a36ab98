package chatlabs.broadcast.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All users of one room, on one thread: it reads for all of them, and counts and verifies each
 * message that each of them gets.
 */
final class Crowd implements AutoCloseable {
  /** How many of the users speak, in turns; all others only listen. */
  static final int SPEAKERS = 10;

  private static final int AT_ONCE = 5; // who enter together: less than the smallest backlog
  private static final int SMALL = 4_096; // receive buffer of one who never reads, in bytes
  private static final int UNDER_WAY = 1 << 14; // more than are ever under way of one speaker
  private static final long PATIENCE = 60_000_000_000L; // with a server that lets nobody in, in ns

  final Dialect dialect;
  final Script script;
  private final int port;
  private final Selector selector = Selector.open();
  private final List<Member> members = new ArrayList<>();
  private final byte[] buffer = new byte[1 << 18]; // shared: one thread
  private final byte[][] prefixes = new byte[SPEAKERS][]; // what stands before a speaker's texts
  private final int[] said = new int[SPEAKERS];
  private final long[][] saidAt = new long[SPEAKERS][UNDER_WAY];
  private final Latencies latencies = new Latencies();
  private int next; // the speaker whose turn it is
  private long messages;
  private long deliveries;
  private Member stalled; // null when nobody is
  private boolean dropped;

  /** Nobody yet, for a room at this port. */
  Crowd(Dialect dialect, Script script, int port) throws IOException {
    this.dialect = dialect;
    this.script = script;
    this.port = port;
  }

  /** Lets so many users enter; blocks until the last one is in. */
  void enter(int users) throws IOException {
    while (members.size() < users) {
      int first = members.size();
      for (int i = first; i < Math.min(users, first + AT_ONCE); i++) {
        var member = new Member(port, i, this, 0);
        members.add(member);
        member.channel().register(selector, SelectionKey.OP_READ, member);
      }
      awaitEntry(members.subList(first, members.size()));
    }
  }

  private void awaitEntry(List<Member> newcomers) throws IOException {
    long start = System.nanoTime();
    while (!newcomers.stream().allMatch(Member::isIn)) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new IOException("the server lets nobody in any more, after " + members.size());
      }
      read();
    }
  }

  /** Lets one more in, who then never reads again. */
  void enterStalled() throws IOException {
    stalled = new Member(port, members.size(), this, SMALL);
    var key = stalled.channel().register(selector, SelectionKey.OP_READ, stalled);
    awaitEntry(List.of(stalled));
    key.cancel();
    dropped = false;
  }

  /** The one who never reads goes; tells whether the server had dropped it before. */
  boolean leaveStalled() throws IOException {
    boolean wasDropped = dropped;
    stalled.close();
    stalled = null;
    return wasDropped;
  }

  /** Takes what has come for anybody; waits a millisecond at the most. */
  void read() throws IOException {
    try {
      selector.select(this::read, 1);
    } catch (UncheckedIOException trouble) {
      throw trouble.getCause();
    }
  }

  private void read(SelectionKey key) {
    try {
      ((Member) key.attachment()).read(buffer);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** Lets the speakers say so many messages, in turns; what one of them says goes out at once. */
  void say(int count) throws IOException {
    var texts = new StringBuilder[SPEAKERS];
    long now = System.nanoTime();
    for (int i = 0; i < count; i++) {
      var text = texts[next] == null ? texts[next] = new StringBuilder() : texts[next];
      text.append(dialect.prefixOfMessages()).append(script.text(said[next])).append('\n');
      saidAt[next][said[next]++ % UNDER_WAY] = now;
      next = (next + 1) % SPEAKERS;
    }
    messages += count;
    for (int i = 0; i < SPEAKERS; i++) {
      if (texts[i] != null) {
        members.get(i).say(texts[i].toString());
      }
    }
  }

  /** Messages said so far. */
  long messages() {
    return messages;
  }

  /** Messages received so far, each counted for each receiver, all of them verified. */
  long deliveries() {
    return deliveries;
  }

  /** How many receive each message. */
  int receivers() {
    return members.size() - 1;
  }

  /** How long deliveries took; whoever measures clears it before. */
  Latencies latencies() {
    return latencies;
  }

  /** Fails unless each user has received all that the others have said. */
  void verifyComplete() throws IOException {
    for (var member : members) {
      for (int speaker = 0; speaker < SPEAKERS; speaker++) {
        int expected = speaker == member.number ? 0 : said[speaker];
        if (member.received(speaker) != expected) {
          throw new IOException(
              member.name + " got " + member.received(speaker) + " of " + expected + " messages");
        }
      }
    }
  }

  /** The speaker whose message it is by what stands before the text, or -1. */
  int speakerOf(byte[] line, int from, int to) {
    for (int i = 0; i < SPEAKERS; i++) {
      byte[] prefix = prefixes[i];
      if (prefix != null && Arrays.equals(line, from, to, prefix, 0, prefix.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Learns from a speaker's first message what stands before its texts; false for another one. */
  boolean meets(String line) {
    if (line.length() < script.length()) {
      return false;
    }
    String before = line.substring(0, line.length() - script.length());
    for (int i = 0; i < SPEAKERS; i++) {
      if (prefixes[i] == null && dialect.isFrom(before, "u" + i)) {
        prefixes[i] = before.getBytes(ISO_8859_1);
        return true;
      }
    }
    return false;
  }

  void delivered(int speaker, int number, long now) {
    deliveries++;
    latencies.add(now - saidAt[speaker][number % UNDER_WAY]);
  }

  void notices(String line) {
    if (stalled != null) {
      dropped |= dialect.saysThatHasLeft(line, stalled.name);
    }
  }

  @Override
  public void close() throws IOException {
    for (var member : members) {
      member.close();
    }
    selector.close();
  }
}
