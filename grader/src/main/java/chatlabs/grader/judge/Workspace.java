package chatlabs.grader.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

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

  /**
   * Deletes it, whatever hand-ins have made of it: symbolic links in it are not followed, and trees
   * are taken down that are deeper than a path can be long.
   */
  @Override
  public void close() throws IOException {
    new Demolition(folder).run();
  }
}
