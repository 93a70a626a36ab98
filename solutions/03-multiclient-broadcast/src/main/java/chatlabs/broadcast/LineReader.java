package chatlabs.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines, however the network has cut it into segments. */
final class LineReader {
  private final InputStream in;
  private final int limit;

  /**
   * Reads lines from a stream; keep one reader for as long as the connection lives.
   *
   * @param limit how many bytes a line may have, without its LF and a CR right before it
   */
  LineReader(InputStream in, int limit) {
    this.in = new BufferedInputStream(in);
    this.limit = limit;
  }

  /**
   * Waits for one line, and never for more than that; {@code End} when nothing more will come.
   *
   * <p>Read byte by byte until LF (LINE-1). A last piece without LF is a line too (LINE-5). Of a
   * long line keep limit + 2 bytes, enough to see that it is too long, and drop the rest (LINE-3).
   */
  Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    while (b != '\n' && b != -1) {
      if (bytes.size() < limit + 2) {
        bytes.write(b);
      }
      b = in.read();
    }
    if (b == '\n') {
      return line(withoutCr(bytes.toByteArray()), true);
    }
    return bytes.size() > 0 ? line(bytes.toByteArray(), false) : new Line.End();
  }

  private static byte[] withoutCr(byte[] bytes) {
    boolean endsWithCr = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return endsWithCr ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  /** Decides whether the line is too long; decodes it, replacing what is not UTF-8 (LINE-4). */
  private Line line(byte[] bytes, boolean complete) {
    return bytes.length > limit
        ? new Line.TooLong()
        : new Line.Text(new String(bytes, UTF_8), complete);
  }
}
