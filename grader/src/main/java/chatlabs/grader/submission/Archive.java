package chatlabs.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Opens archives by what they are, whatever they are called. */
final class Archive {
  private Archive() {}

  /** Takes an archive's entries, one after another; directories are not told. */
  @FunctionalInterface
  interface Sink {
    /**
     * One file in the archive.
     *
     * @param path checked, with slashes
     * @param in its unpacked bytes; need not be read, or not to its end
     */
    void file(String path, InputStream in) throws IOException;
  }

  /** Whether a file's name is that of an archive that hand-ins come in, readable or not. */
  static boolean isName(String fileName) {
    return isReadableName(fileName) || isForeignName(fileName);
  }

  static boolean isReadableName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).matches(".*\\.(zip|tar|tgz|tar\\.gz)");
  }

  static boolean isForeignName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).matches(".*\\.(rar|7z|xz|txz|bz2|tbz2?|zst|lha|arj)");
  }

  /** The name without the ending that makes it an archive or a source. */
  static String stem(String fileName) {
    return fileName.replaceFirst("(?i)\\.(tar\\.\\w+|\\w{1,5})$", "");
  }

  /**
   * Tells {@code sink} all files of the archive. Blocks.
   *
   * @throws Refusal when it is broken, of an unknown kind, unsafe, or over the budget
   */
  static void read(Path file, Budget budget, Sink sink) throws IOException {
    var head = head(file);
    if (begins(head, "Rar!")) {
      throw new Refusal("it is a RAR archive; ask for a zip");
    }
    if (begins(head, "7z\u00BC\u00AF")) {
      throw new Refusal("it is a 7z archive; ask for a zip");
    }
    if (begins(head, "\u00FD7zXZ") || begins(head, "BZh") || begins(head, "(\u00B5/\u00FD")) {
      throw new Refusal("it is an archive of a kind that cannot be read here; ask for a zip");
    }
    if (begins(head, "\u001F\u008B")) {
      TarReader.readGzip(file, budget, sink);
    } else if (isTar(head)) {
      TarReader.read(file, budget, sink);
    } else {
      ZipReader.read(file, budget, sink);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(512);
    }
  }

  private static boolean isTar(byte[] head) {
    return head.length > 262 && begins(java.util.Arrays.copyOfRange(head, 257, 262), "ustar");
  }

  private static boolean begins(byte[] head, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
