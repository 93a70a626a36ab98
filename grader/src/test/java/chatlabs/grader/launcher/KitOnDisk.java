package chatlabs.grader.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with the launcher in it, and stand-ins for all that it calls: JDKs whose {@code java}
 * prints its arguments, and a {@code mvn} that makes what the real one would make.
 */
final class KitOnDisk {
  private static final String JAVA =
      """
      #!/bin/sh
      printf '%s\\n' "$0" "$@"
      exit "${JAVA_EXIT:-0}"
      """;

  /** Waits for a reader's end where there is a gate; a test opens it by writing to it. */
  private static final String MVN =
      """
      #!/bin/sh
      echo "$JAVA_HOME $*" >>"$KIT/builds"
      [ ! -p "$KIT/gate" ] || cat "$KIT/gate"
      [ -z "${MVN_EXIT:-}" ] || { echo 'Broken.java:[3,5] cannot find symbol'; exit "$MVN_EXIT"; }
      mkdir -p "$KIT/grader/target/lib" "$KIT/grader/target/classes/chatlabs/grader/cli" "$KIT/labs/01-a/target/test-classes"
      : >"$KIT/grader/target/classes/chatlabs/grader/cli/Main.class"
      """;

  private static final List<String> TOOLS =
      List.of(
          "sh", "dirname", "readlink", "find", "head", "ln", "rm", "mv", "mkdir", "cat", "sleep");

  private final Path folder;

  /** The kit's root; there is a space in its path. */
  final Path root;

  private final Map<String, String> environment = new HashMap<>();

  KitOnDisk(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    root = this.folder.resolve("a kit");
    Files.createDirectories(root);
    Files.copy(Path.of("..", "chatlab"), root.resolve("chatlab"));
    executable(root.resolve("chatlab"));
    for (var source : List.of("pom.xml", "grader/pom.xml", "grader/src/main/java/Main.java")) {
      write(root.resolve(source), "");
    }
    write(root.resolve("labs/01-a/src/test/java/Checks.java"), "");
    write(root.resolve("labs/01-a/src/main/java/Student.java"), "");
    onlyTheTools();
    set("KIT", root.toString());
    set("HOME", this.folder.resolve("home").toString());
    set("PATH", this.folder.resolve("tools").toString());
    withMaven();
  }

  private void onlyTheTools() throws IOException {
    var tools = Files.createDirectories(folder.resolve("tools"));
    for (var tool : TOOLS) {
      Files.createSymbolicLink(tools.resolve(tool), onTheRealPath(tool));
    }
  }

  private static Path onTheRealPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Makes a JDK of the given version in a folder below {@code HOME}. */
  Path jdk(String place, String version) throws IOException {
    var jdk = folder.resolve("home").resolve(place);
    write(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    write(jdk.resolve("bin/java"), JAVA);
    write(jdk.resolve("bin/javac"), "");
    executable(jdk.resolve("bin/java"));
    executable(jdk.resolve("bin/javac"));
    return jdk;
  }

  private void withMaven() throws IOException {
    write(folder.resolve("tools/mvn"), MVN);
    executable(folder.resolve("tools/mvn"));
  }

  void withoutMaven() throws IOException {
    Files.delete(folder.resolve("tools/mvn"));
  }

  /** Makes a build wait until the gate is opened. */
  Path gate() throws IOException, InterruptedException {
    var gate = root.resolve("gate");
    new ProcessBuilder("mkfifo", gate.toString()).inheritIO().start().waitFor();
    return gate;
  }

  /** What the builds so far were called with, one line each. */
  List<String> builds() throws IOException {
    var log = root.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  void touch(String source) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(source), java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(5)));
  }

  /** A link to the launcher, in another folder. */
  Path linkToLauncher() throws IOException {
    var link = folder.resolve("home/bin/chatlab");
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, Path.of("../../a kit/chatlab"));
  }

  Process start(String... arguments) throws IOException {
    return start(root.resolve("chatlab"), arguments);
  }

  Process start(Path launcher, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return Run.of(start(arguments));
  }

  /** What a launcher's run came to. */
  record Run(int exit, List<String> out, String err) {
    static Run of(Process process) throws IOException, InterruptedException {
      var out = new String(process.getInputStream().readAllBytes(), UTF_8);
      var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor(), out.lines().toList(), err);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private static void executable(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new IllegalStateException(file + " cannot be made executable");
    }
  }
}
