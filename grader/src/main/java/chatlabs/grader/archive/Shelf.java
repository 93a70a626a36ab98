package chatlabs.grader.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A folder with jars of the kit's builds, and with what was made for each of them: files whose
 * names begin with the jar's. Several graders may share it.
 *
 * @param folder is there already
 */
public record Shelf(Path folder) {
  private static final String USED = ".used";
  private static final Duration KEPT = Duration.ofDays(2);

  /** Notes that this jar is in use, and deletes those that nobody has used for two days. */
  public void use(Path jar) throws IOException {
    // a file of its own: the jar's time must stay what it was, or its archive is no longer taken
    Files.write(jar.resolveSibling(jar.getFileName() + USED), new byte[0]);
    forgetOld();
  }

  private void forgetOld() throws IOException {
    var oldest = FileTime.from(Instant.now().minus(KEPT));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path stamp : files.filter(f -> f.toString().endsWith(USED)).toList()) {
        if (Files.getLastModifiedTime(stamp).compareTo(oldest) < 0) {
          forget(stamp.getFileName().toString().replace(USED, ""));
        }
      }
    } catch (NoSuchFileException gone) {
      return; // another grader cleans up at the same moment
    }
  }

  private void forget(String jar) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(jar)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
