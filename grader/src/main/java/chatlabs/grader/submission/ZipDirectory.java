package chatlabs.grader.submission;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts a zip's directory entries before a library loads them all into memory: a few megabytes of
 * directory may hold a million of them. It looks for their signatures and trusts no counter.
 */
final class ZipDirectory {
  private static final int ENTRY = 0x504B0102;

  private ZipDirectory() {}

  /** Reads the file once, with memory for nothing but a buffer. */
  static void refuseTooMany(Path file, int max) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var buffer = new byte[1 << 16];
      int last4 = 0;
      int entries = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          last4 = last4 << 8 | (buffer[i] & 0xFF);
          entries += last4 == ENTRY ? 1 : 0;
        }
        // Zips stored in this one are counted too: twice the limit leaves them room.
        if (entries > 2L * max) {
          throw new Refusal("it has more than %,d entries".formatted(max));
        }
      }
    }
  }
}
