package chatlabs.grader.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A temporary folder for files of programs that run as the grader's own user; made when wanted. */
final class Scratch implements AutoCloseable {
  private @Nullable Path folder;

  synchronized Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("chatlabs-files-");
    }
    return folder;
  }

  /** Deletes it with all that is in it; links are not followed. */
  @Override
  public synchronized void close() {
    if (folder == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException stillInUse) {
      // a program that is ending may write there once more: the system's cleaning takes the rest
    }
    folder = null;
  }
}
