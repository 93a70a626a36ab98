package chatlabs.grader.judge;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Deletes a folder that hostile programs had: it may be nested deeper than a path can be long, and
 * hold folders without rights and links that lead out of it. Each folder that holds folders is
 * first moved up to the top, so that no path is longer than two names below it.
 */
final class Demolition {
  private final Path top;
  private final Deque<Path> folders = new ArrayDeque<>();

  Demolition(Path top) {
    this.top = top;
  }

  /** Deletes it with all that is in it. Blocks. */
  void run() throws IOException {
    folders.add(top);
    while (!folders.isEmpty()) {
      clear(folders.removeLast());
    }
    Files.delete(top);
  }

  /** Deletes the files of a folder; what folders it holds are moved to the top, for later. */
  private void clear(Path folder) throws IOException {
    open(folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(entry);
        } else {
          folders.add(folder.equals(top) ? entry : raised(entry));
        }
      }
    }
    if (!folder.equals(top)) {
      Files.delete(folder);
    }
  }

  /** A folder can be moved by who may write in it: its own entry for what is above changes. */
  private Path raised(Path folder) throws IOException {
    open(folder);
    return Files.move(folder, top.resolve(UUID.randomUUID().toString()));
  }

  /** Gives the owner back what a hand-in may have taken from itself; nobody else is left to see. */
  private static void open(Path folder) throws IOException {
    boolean isOpen =
        Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
    if (!isOpen && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
