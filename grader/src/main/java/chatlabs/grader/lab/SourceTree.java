package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The Java sources below one folder of the kit itself, as texts. */
final class SourceTree {
  private SourceTree() {}

  /**
   * All {@code .java} files below {@code root}: their paths in it, with slashes, and their texts.
   *
   * @throws BrokenLab when there is no such folder, or no source in it
   */
  static Map<String, String> read(Path root) {
    if (!Files.isDirectory(root)) {
      throw new BrokenLab("there is no folder " + root);
    }
    var sources = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(SourceTree::isSource).toList()) {
        sources.put(nameIn(root, file), Files.readString(file, UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sources in " + root, e);
    }
    if (sources.isEmpty()) {
      throw new BrokenLab("there is no .java file in " + root);
    }
    return sources;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && Files.isRegularFile(file);
  }

  private static String nameIn(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /** Writes {@code sources} below {@code root}, over what is there. */
  static void write(Path root, Map<String, String> sources) {
    try {
      for (var source : sources.entrySet()) {
        var file = root.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue(), UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write sources to " + root, e);
    }
  }
}
