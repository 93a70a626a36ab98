package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes hand-ins: the reference, and each of {@code src/test/hand-ins} laid over it. */
final class HandIns {
  /** A check that soon tells right from wrong. */
  static final String CHECK = "EchoServerTest#acknowledges_each_line_with_its_number";

  private static final Path REFERENCE =
      Chatlab.HOME.resolve("solutions/01-echo/src/main/java/chatlabs/echo");
  private static final Path HOSTILE = Path.of("src/test/hand-ins");

  private HandIns() {}

  static void reference(Path folder) throws IOException {
    copy(REFERENCE, folder);
  }

  /** All hostile ones, a folder each. */
  static List<String> hostile(Path folder) throws IOException {
    var names = list(HOSTILE).stream().map(kind -> kind.getFileName().toString()).toList();
    for (String name : names) {
      hostile(name, folder.resolve(name));
    }
    return names;
  }

  static void hostile(String name, Path folder) throws IOException {
    reference(folder);
    copy(HOSTILE.resolve(name), folder);
    if (Files.exists(folder.resolve("Mischief.java"))) {
      Path server = folder.resolve("EchoServer.java");
      String begins =
          "try { Mischief.begin(); } catch (Exception e) { throw new IllegalStateException(e); }\n";
      String text = Files.readString(server, UTF_8);
      Files.writeString(server, text.replace("    listener = listen(port);", begins + "listener = listen(port);"));
    }
  }

  /** A zip with one entry of this name. */
  static void zip(Path file, String entry, long length) throws IOException {
    byte[] zeros = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      for (long left = length; left > 0; left -= zeros.length) {
        zip.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    }
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : list(from)) {
      Files.writeString(to.resolve(file.getFileName()), Files.readString(file, UTF_8), UTF_8);
    }
  }
}
