package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Packs a hand-in as an {@code entries.txt} says: the first line is {@code zip}, {@code tar} or
 * {@code folder}, and each further one {@code file NAME}, {@code symbolic NAME -> TARGET}, {@code
 * hard NAME -> TARGET}, {@code long LENGTH} for a file with so long a path, or {@code reference
 * FOLDER}.
 */
final class Packing {
  private final Path folder;
  private final Map<String, String> names;

  Packing(Path folder, Map<String, String> names) {
    this.folder = folder;
    this.names = names;
  }

  void pack(List<String> lines) throws IOException {
    Files.createDirectories(folder);
    var wishes = lines.subList(1, lines.size()).stream().map(line -> HandIns.filled(line, names)).toList();
    switch (lines.get(0)) {
      case "zip" -> zip(wishes);
      case "tar" -> tar(wishes);
      case "folder" -> folder(wishes);
      default -> throw new IllegalArgumentException(lines.get(0));
    }
  }

  private void zip(List<String> wishes) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve("lab.zip"));
        var zip = new ZipArchiveOutputStream(out)) {
      for (var entry : entries(wishes).entrySet()) {
        var header = new ZipArchiveEntry(name(entry.getKey()));
        if (entry.getKey().startsWith("symbolic ")) {
          header.setUnixMode(0120777);
        }
        zip.putArchiveEntry(header);
        zip.write(entry.getValue().getBytes(UTF_8));
        zip.closeArchiveEntry();
      }
    }
  }

  private void tar(List<String> wishes) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve("lab.tar"));
        var tar = new TarArchiveOutputStream(out)) {
      for (var entry : entries(wishes).entrySet()) {
        boolean isLink = entry.getKey().startsWith("hard ");
        byte[] content = entry.getValue().getBytes(UTF_8);
        var header =
            isLink
                ? new TarArchiveEntry(name(entry.getKey()), TarArchiveEntry.LF_LINK)
                : new TarArchiveEntry(name(entry.getKey()));
        if (isLink) {
          header.setLinkName(entry.getValue());
        } else {
          header.setSize(content.length);
        }
        tar.putArchiveEntry(header);
        if (!isLink) {
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    }
  }

  private void folder(List<String> wishes) throws IOException {
    for (var entry : entries(wishes).entrySet()) {
      Path file = folder.resolve(name(entry.getKey()));
      Files.createDirectories(file.getParent());
      if (entry.getKey().startsWith("symbolic ")) {
        Files.createSymbolicLink(file, Path.of(entry.getValue()));
      } else {
        Files.writeString(file, entry.getValue(), UTF_8);
      }
    }
  }

  private static String name(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }

  /** What is to be packed, by its kind and name: contents of files, targets of links. */
  private static Map<String, String> entries(List<String> wishes) throws IOException {
    var entries = new LinkedHashMap<String, String>();
    for (String wish : wishes) {
      String[] words = wish.split(" ");
      switch (words[0]) {
        case "symbolic", "hard" -> entries.put(words[0] + " " + words[1], words[3]);
        case "file" -> entries.put(wish, "harmless\n");
        case "long" -> entries.put("file " + "x/".repeat(Integer.parseInt(words[1]) / 2) + "y", "harmless\n");
        case "reference" -> {
          for (Path file : HandIns.list(HandIns.REFERENCE)) {
            entries.put("file " + words[1] + file.getFileName(), Files.readString(file, UTF_8));
          }
        }
        default -> throw new IllegalArgumentException(wish);
      }
    }
    return entries;
  }
}
