package chatlabs.grader.judge;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A temporary folder of one run; it is deleted with all that is in it when the run ends. */
public final class Workspace implements AutoCloseable {
  private final Path folder;

  /** Makes the folder. */
  public Workspace() throws IOException {
    folder = Files.createTempDirectory("chatlabs-");
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      // users of hand-ins may go through it to what they are told of, and list nothing
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Deletes it; symbolic links in it are not followed. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(folder, new Deleting());
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble)
        throws IOException {
      if (trouble != null) {
        throw trouble;
      }
      Files.delete(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
