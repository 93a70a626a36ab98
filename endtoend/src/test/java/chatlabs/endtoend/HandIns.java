package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes hand-ins: the reference, and each of the red team laid over it. */
final class HandIns {
  /** A check that soon tells right from wrong. */
  static final String CHECK = "EchoServerTest#acknowledges_each_line_with_its_number";

  static final Path REFERENCE =
      Chatlab.HOME.resolve("solutions/01-echo/src/main/java/chatlabs/echo");
  private static final String BEGIN =
      "    try { Mischief.begin(); } catch (Exception e) { throw new IllegalStateException(e); }\n"
          + "    listener = listen(port);";

  private HandIns() {}

  static void reference(Path folder) throws IOException {
    copy(REFERENCE, folder, Map.of());
  }

  /** One of the red team, without the world that it is let loose on. */
  static void hostile(String name, Path folder) throws IOException {
    hostile(name, folder, Map.of());
  }

  /** One of the red team; the names in its sources stand for these. */
  static void hostile(String name, Path folder, Map<String, String> names) throws IOException {
    Path attack = Attack.FOLDER.resolve(name);
    Path entries = attack.resolve("entries.txt");
    if (Files.exists(entries)) {
      new Packing(folder, names).pack(Files.readAllLines(entries, UTF_8));
      return;
    }
    reference(folder);
    copy(Attack.FOLDER, folder, names);
    copy(attack, folder, names);
    Files.deleteIfExists(folder.resolve("attack.txt"));
    if (Files.exists(folder.resolve("Mischief.java"))) {
      replace(folder.resolve("EchoServer.java"), "    listener = listen(port);", BEGIN);
      replace(folder.resolve("Conversation.java"), "(line +", "(line + Loot.text() +");
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

  private static void replace(Path file, String text, String other) throws IOException {
    Files.writeString(file, Files.readString(file, UTF_8).replace(text, other), UTF_8);
  }

  /** A folder of sources; the names in them stand for these. */
  static void copy(Path from, Path to, Map<String, String> names) throws IOException {
    Files.createDirectories(to);
    for (Path file : list(from)) {
      if (Files.isRegularFile(file)) {
        Files.writeString(to.resolve(file.getFileName()), filled(Files.readString(file, UTF_8), names));
      } else if (!from.equals(Attack.FOLDER)) {
        copy(file, to.resolve(file.getFileName()), names);
      }
    }
  }

  /** A text with what its names stand for. */
  static String filled(String text, Map<String, String> names) {
    String filled = text;
    for (var name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    return filled;
  }
}
