package chatlabs.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines, however the network has cut it into segments. Given. */
final class LineReader {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[8_192]; // what has come: from next to end is still unread
  private int next;
  private int end;
  private final byte[] line; // the line that is being read

  /**
   * Reads lines from a stream; keep one reader for as long as the connection lives.
   *
   * @param limit how many bytes a line may have, without its LF and a CR right before it
   */
  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
    this.line = new byte[limit + 2];
  }

  /**
   * Waits for one line, and never for more than that; {@code End} when nothing more will come.
   *
   * <p>A line goes up to LF (LINE-1). A last piece without LF is a line too (LINE-5). Of a long
   * line limit + 2 bytes are kept, enough to see that it is too long; the rest is dropped (LINE-3).
   */
  Line next() throws IOException {
    int length = 0;
    int b = read();
    while (b != '\n' && b != -1) {
      if (length < line.length) {
        line[length++] = (byte) b;
      }
      b = read();
    }
    if (b == '\n') {
      boolean endsWithCr = length > 0 && line[length - 1] == '\r';
      return line(endsWithCr ? length - 1 : length, true);
    }
    return length > 0 ? line(length, false) : new Line.End();
  }

  /** The next byte, or -1; waits only when all that has come is read. */
  private int read() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end ? buffer[next++] & 0xff : -1;
  }

  /** Decides whether the line is too long; decodes it, replacing what is not UTF-8 (LINE-4). */
  private Line line(int length, boolean complete) {
    return length > limit
        ? new Line.TooLong()
        : new Line.Text(new String(line, 0, length, UTF_8), complete);
  }
}
