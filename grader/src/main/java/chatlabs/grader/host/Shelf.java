package chatlabs.grader.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that a program works on, as a check sees them. For a hand-in that is graded it is used
 * beside the program, with its rights and behind its walls: nothing is read or written that the
 * program itself could not read or write.
 */
public final class Shelf {
  /** The longest file that is read: 4 MiB. */
  static final int LONGEST = 4 << 20;

  private Shelf() {}

  /** Makes an empty folder in this one. */
  public static Path folderIn(Path folder) throws IOException {
    return Files.createTempDirectory(folder.toAbsolutePath(), "files-");
  }

  /**
   * The bytes of this file, or null where there is nothing.
   *
   * @throws IOException when it is no plain file, or is too long
   */
  public static byte @Nullable [] read(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) { // a pipe would be waited for
      throw new IOException(file.getFileName() + " is not a file");
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException(file.getFileName() + " has more than " + LONGEST + " bytes");
      }
      return bytes;
    }
  }

  /** Makes this the content of this file. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
  }
}
