package chatlabs.grader.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What one hand-in, or one archive of a whole class, may still cost. It counts what is really read,
 * whatever headers say.
 */
final class Budget {
  static final int MAX_FILES = 10_000;
  static final int MAX_DEPTH = 64;
  static final int MIB = 1024 * 1024;
  static final long MAX_UNPACKED = 100L * MIB;
  static final int MAX_SOURCE = MIB;
  static final int MAX_SOURCES = 2 * MIB;

  private final boolean strict;
  private final int maxFiles;
  private final long maxUnpacked;
  private int files;
  private long unpacked;
  private long sources;
  private boolean exhausted;

  private Budget(boolean strict, int maxFiles, long maxUnpacked) {
    this.strict = strict;
    this.maxFiles = maxFiles;
    this.maxUnpacked = maxUnpacked;
  }

  static Budget ofHandIn() {
    return new Budget(true, MAX_FILES, MAX_UNPACKED);
  }

  static Budget ofClass() {
    return new Budget(false, 20 * MAX_FILES, 20 * MAX_UNPACKED);
  }

  /** Whether it has refused: reading on elsewhere in the same hand-in is no use. */
  boolean exhausted() {
    return exhausted;
  }

  private Refusal exhaust(String reason) {
    exhausted = true;
    return new Refusal(reason);
  }

  int maxFiles() {
    return maxFiles;
  }

  void file(String path) throws Refusal {
    if (++files > maxFiles) {
      throw exhaust(
          "it has more than %,d files and folders (the last one looked at: %s)"
              .formatted(maxFiles, shortened(path)));
    }
    if (path.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
      throw exhaust(
          "its folders are nested deeper than %d levels (%s)"
              .formatted(MAX_DEPTH, shortened(path)));
    }
  }

  /** Reads one source into memory. */
  byte[] source(String path, InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
      sources += n;
      if (bytes.size() > MAX_SOURCE) {
        throw exhaust("%s is larger than %d MiB".formatted(path, MAX_SOURCE / MIB));
      }
      if (sources > MAX_SOURCES) {
        throw exhaust(
            "its .java files are larger than %d MiB together, with %s"
                .formatted(MAX_SOURCES / MIB, path));
      }
    }
    return bytes.toByteArray();
  }

  /** A stream that counts what an archive's entry unpacks to, and ends with a refusal. */
  InputStream counting(String path, InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1, path);
        return b;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        count(Math.max(0, n), path);
        return n;
      }
    };
  }

  private void count(int n, String path) throws Refusal {
    unpacked += n;
    if (unpacked > maxUnpacked) {
      throw exhaust(
          "it unpacks to more than %,d MiB (at the entry %s)".formatted(maxUnpacked / MIB, path));
    }
  }

  /**
   * Reads the rest of an entry that nobody wanted, for the counting alone. Of a class's archive
   * only what is wanted is unpacked: one student's film must not stop the others.
   */
  void drain(InputStream in) throws IOException {
    if (strict) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static String shortened(String path) {
    var visible = path.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= 120 ? visible : visible.substring(0, 117) + "…";
  }
}
