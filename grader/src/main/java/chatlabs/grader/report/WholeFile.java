package chatlabs.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a text file whole or not at all: readers see the old file or the new one, never half. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Replaces {@code file} by {@code text} in UTF-8, making its folder; the message names the file.
   */
  static void write(Path file, String text) throws IOException {
    try {
      replace(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + reason(e), e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Path part = file.resolveSibling(".part-" + UUID.randomUUID());
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part); // gone already when the move went well
    }
  }

  /** Says in words what an exception of the file system means; some carry nothing but a path. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no permission, or the file is open in another program";
      case FileAlreadyExistsException exists -> exists.getFile() + " is in the way";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
