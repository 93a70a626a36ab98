package chatlabs.grader.judge;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A lab in a folder whose compiled checks are classes of these tests. */
final class BuiltLab {
  private BuiltLab() {}

  /** A lab without any checks yet. */
  static Lab in(Path folder) {
    var server = new Role("Server", "chatlabs.grader.judge");
    return new Lab(
        "09-sample",
        9,
        "A sample",
        List.of(server),
        server,
        12345,
        Optional.empty(),
        Optional.empty(),
        folder.resolve("labs"),
        folder.resolve("solutions"));
  }

  /** Puts this class among the compiled checks below {@code root}. */
  static void put(Path root, Class<?> checks) throws IOException {
    String file = checks.getName().replace('.', '/') + ".class";
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream in = checks.getClassLoader().getResourceAsStream(file)) {
      Files.write(target, in.readAllBytes());
    }
  }
}
