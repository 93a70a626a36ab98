package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs the grader and owns the world.
 *
 * @param uid a user that is nobody else, or -1 for the one who runs the tests
 */
record Somebody(int uid) {
  static final Somebody SELF = new Somebody(-1);

  /** Below those that the grader gives to hand-ins. */
  static final Somebody ORDINARY = new Somebody(1_700_000_001);

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** What a command begins with to run as this one. */
  List<String> prefix() {
    return uid < 0
        ? List.of()
        : List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--inh-caps=-all");
  }

  /** Skips the test where a command cannot be run as this one, or not get at the kit. */
  void require() throws IOException, InterruptedException {
    assumeTrue(uid < 0 || isRoot(), "only root can become another user");
    var words = new ArrayList<>(prefix());
    words.addAll(List.of("test", "-r", Chatlab.HOME.resolve("labs/01-echo/lab.properties").toString()));
    var test = new ProcessBuilder(words).inheritIO().start();
    assumeTrue(test.waitFor() == 0, "the kit's folder is closed to other users");
  }

  /** Makes it all its own. */
  void own(Path folder) throws IOException {
    if (uid < 0) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        Files.setAttribute(each, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** The tests' class path, where this one can read it. */
  String classPath(Path folder) throws IOException {
    String own = System.getProperty("java.class.path");
    if (uid < 0) {
      return own;
    }
    var copies = new ArrayList<String>();
    for (String entry : own.split(File.pathSeparator)) {
      Path copy = folder.resolve("class-path").resolve(String.valueOf(copies.size()));
      if (Files.isRegularFile(Path.of(entry))) {
        copy = copy.resolve(Path.of(entry).getFileName());
      }
      copies.add(copy.toString());
      copy(Path.of(entry), copy);
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(each, target);
        }
      }
    }
  }
}
