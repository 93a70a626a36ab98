package chatlabs.grader.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A copy of a program's folder, which everybody may read who may enter it. Links are copied as
 * links, and lead to what is there where the program runs; what is neither file, folder nor link is
 * left out.
 */
public final class ProgramFolder extends SimpleFileVisitor<Path> {
  /** The most that is copied: 256 MiB and 20,000 files. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int MOST_FILES = 20_000;

  private final Path from;
  private final Path to;
  private long bytes;
  private int files;

  private ProgramFolder(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies it. Blocks.
   *
   * @param to a folder that is not there yet
   * @throws IOException when it cannot be read, or is too large; the message is for people
   */
  public static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new ProgramFolder(from, to));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    allow(permissions(Files.createDirectories(target(folder)), "rwxr-xr-x"), 0);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      allow(Files.copy(file, target(file), LinkOption.NOFOLLOW_LINKS), 0);
    } else if (attributes.isRegularFile()) {
      allow(file, attributes.size());
      Path copy = Files.copy(file, target(file));
      permissions(copy, Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--");
    }
    return FileVisitResult.CONTINUE;
  }

  private void allow(Path file, long size) throws IOException {
    files++;
    bytes += size;
    if (files > MOST_FILES || bytes > MOST_BYTES) {
      throw new IOException(
          from
              + " holds more than can be taken behind walls ("
              + (MOST_BYTES >> 20)
              + " MiB, "
              + MOST_FILES
              + " files), at "
              + file);
    }
  }

  private Path target(Path file) {
    return to.resolve(from.relativize(file).toString());
  }

  private static Path permissions(Path file, String permissions) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
    return file;
  }
}
