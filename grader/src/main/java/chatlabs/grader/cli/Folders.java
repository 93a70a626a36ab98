package chatlabs.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Hand-ins in any language: the folders in a folder, since nobody knows which files matter. */
final class Folders {
  private Folders() {}

  static List<Path> in(Path submissions, Consumer<String> note) throws IOException {
    if (!Files.isDirectory(submissions)) {
      throw new WrongUse(
          submissions
              + " is no folder: with --run, SUBMISSIONS is a folder with a folder for each"
              + " hand-in; unpack archives first");
    }
    try (Stream<Path> entries = Files.list(submissions)) {
      var all = entries.sorted().toList();
      all.stream()
          .filter(entry -> !Files.isDirectory(entry))
          .forEach(file -> note.accept(file + " is no folder, and was left aside"));
      var folders = all.stream().filter(Files::isDirectory).toList();
      if (folders.isEmpty()) {
        throw new WrongUse(
            "there is no folder in " + submissions + ": with --run, each hand-in is one");
      }
      return folders;
    }
  }

  static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
