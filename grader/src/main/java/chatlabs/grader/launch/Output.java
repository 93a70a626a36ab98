package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a program prints: the first and the last {@link #KEPT} bytes of it. Endless output costs no
 * memory, and what was left out is counted. Safe for use from any thread.
 */
final class Output {
  /** How much is kept from each end: 64 KiB. */
  static final int KEPT = 64 * 1024;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] tail = new byte[KEPT];
  private long afterHead;

  synchronized void add(byte[] bytes, int offset, int length) {
    int toHead = Math.min(length, KEPT - head.size());
    head.write(bytes, offset, toHead);
    for (int i = offset + toHead; i < offset + length; i++) {
      tail[(int) (afterHead++ % KEPT)] = bytes[i];
    }
  }

  synchronized void forget() {
    head.reset();
    afterHead = 0;
  }

  /** The text; one in the middle of which something is missing says how much. */
  synchronized String text() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.toByteArray());
    long missing = Math.max(0, afterHead - KEPT);
    if (missing > 0) {
      all.writeBytes(("\n... (" + missing + " bytes of output not kept) ...\n").getBytes(UTF_8));
    }
    for (long i = missing; i < afterHead; i++) {
      all.write(tail[(int) (i % KEPT)]);
    }
    return all.toString(UTF_8);
  }

  OutputStream sink() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        add(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        add(bytes, offset, length);
      }
    };
  }

  /** Reads a stream of a process to its end, on a thread of its own: see {@link PipeThread}. */
  void drain(InputStream stream, String threadName) {
    PipeThread.start(threadName, () -> read(stream));
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[8192];
    try (stream) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        add(buffer, 0, n);
      }
    } catch (IOException processGone) {
      // that is the end of its output
    }
  }
}
