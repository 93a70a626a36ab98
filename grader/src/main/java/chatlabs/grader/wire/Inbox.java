package chatlabs.grader.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes that came in on one connection and were not looked at yet, and how it ended. */
final class Inbox {
  /** Beyond this the reader stops, and TCP holds the program back: 8 MiB. */
  static final int BOUND = 8 << 20;

  private byte[] bytes = new byte[1024];
  private int from;
  private int to;
  private int searched;
  private boolean torn;
  private boolean held;
  private @Nullable Outcome end;

  void add(byte[] source, int length) {
    if (to + length > bytes.length) {
      makeRoom(length);
    }
    System.arraycopy(source, 0, bytes, to, length);
    to += length;
  }

  void end(Outcome how) {
    if (end == null) {
      end = torn ? Outcome.RESET : how;
    }
  }

  /**
   * The writer was told of a reset. The kernel tells it once: a reader that comes later is told of
   * an end of the stream that was never sent.
   */
  void tear() {
    torn = true;
    if (end == Outcome.END_OF_STREAM) {
      end = Outcome.RESET;
    }
  }

  /** {@link Outcome#END_OF_STREAM}, {@link Outcome#RESET}, or null while the connection lives. */
  @Nullable Outcome end() {
    return end;
  }

  int size() {
    return to - from;
  }

  boolean full() {
    return size() >= BOUND;
  }

  /** Whether the check wants nothing more to be read for now. */
  boolean held() {
    return held;
  }

  void hold(boolean wanted) {
    held = wanted;
  }

  boolean hasLine() {
    return lineEnd() >= 0;
  }

  /** The next line without its LF, or null when there is no whole one. */
  byte @Nullable [] takeLine() {
    int end = lineEnd();
    if (end < 0) {
      return null;
    }
    byte[] line = Arrays.copyOfRange(bytes, from, end);
    from = end + 1;
    searched = from;
    return line;
  }

  /** A copy of all that waits, without taking it. */
  byte[] peek() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(bytes, from, Math.min(to, from + length));
    from += taken.length;
    searched = Math.max(searched, from);
    return taken;
  }

  private int lineEnd() {
    int i = Math.max(searched, from); // a local variable: this is done for every byte
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    searched = i;
    return i < to ? i : -1;
  }

  private void makeRoom(int length) {
    int size = size();
    int wanted = 2 * (size + length); // half of it free, so that bytes are seldom moved
    byte[] target = wanted > bytes.length ? new byte[wanted] : bytes;
    System.arraycopy(bytes, from, target, 0, size);
    bytes = target;
    searched -= from;
    from = 0;
    to = size;
  }
}
