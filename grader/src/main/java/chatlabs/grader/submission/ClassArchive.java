package chatlabs.grader.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An archive that may have a whole class's hand-ins in it, as course systems export them. */
final class ClassArchive {
  private ClassArchive() {}

  /** The names in the archive, as {@link Listing} gives them. */
  static List<String> list(Path archive) throws IOException {
    var paths = new ArrayList<String>();
    Archive.read(archive, Budget.ofClass(), (path, in) -> paths.add(path));
    paths.sort(null);
    return paths;
  }

  /**
   * Unpacks sources and archives to {@code folder}; all other files are made empty there, so that
   * their names can be reported.
   */
  static void unpack(Path archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    var root = folder.toRealPath();
    Archive.read(archive, Budget.ofClass(), (path, in) -> write(root, path, in));
  }

  private static void write(Path root, String path, InputStream in) throws IOException {
    var file = root.resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new Refusal("its entry " + path + " would be written outside of the work folder");
    }
    var name = file.getFileName().toString();
    try {
      Files.createDirectories(file.getParent());
      if (Kinds.isSource(name) || Archive.isName(name) || name.endsWith(".jar")) {
        Files.copy(in, file);
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("its entry " + path + " is there twice, or is a file and a folder", e);
    }
  }
}
