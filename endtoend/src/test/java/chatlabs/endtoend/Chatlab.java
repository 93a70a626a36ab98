package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line in a process of its own, as the launcher starts it. */
final class Chatlab {
  /** The kit's folder; Maven runs tests in their module. */
  static final Path HOME = Path.of("").toAbsolutePath().getParent();

  private final Path folder;
  private final List<String> properties = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private int minutes = 5;
  private Path kit = HOME;
  private Somebody user = Somebody.SELF;
  private String classPath = System.getProperty("java.class.path");

  /** Runs commands in this folder, and keeps its temporary files in a folder beside. */
  Chatlab(Path folder) throws IOException {
    this.folder = folder;
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      // JUnit's are for their owner alone, and as root the grader gives hand-ins users of their own
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  /** Gives later commands this system property. */
  void property(String name, String value) {
    properties.add("-D" + name + "=" + value);
  }

  /** Later commands belong to a kit of the test's own. */
  void kit(Path folder) {
    kit = folder;
  }

  /** Gives later commands this environment variable. */
  void environment(String name, String value) {
    environment.put(name, value);
  }

  /** Has later commands run as this user, with what it can read of the class path. */
  void user(Somebody somebody) throws IOException {
    user = somebody;
    classPath = somebody.classPath(folder);
  }

  /** Gives later commands so long; 5 minutes by default. */
  void minutes(int longest) {
    minutes = longest;
  }

  String classPath() {
    return classPath;
  }

  /** What is installed is looked for in this folder alone. */
  void onlyProgramsIn(Path place) {
    environment("PATH", place.toString());
  }

  /** What became of a command. */
  record Result(int exit, String output) {}

  Result run(Object... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    var process = start(output, arguments);
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + minutes + " minutes: " + List.of(arguments));
    }
    return new Result(process.exitValue(), Files.readString(output, UTF_8));
  }

  Process start(Path output, Object... arguments) throws IOException {
    return builder(arguments).redirectOutput(output.toFile()).start();
  }

  /** Ends it as Ctrl-C does on a terminal, where the hand-ins' processes hear it, too. */
  static void breakOff(Process process) throws InterruptedException {
    var all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("it goes on after it was broken off");
    }
  }

  /** Starts a command that is talked to: its output is the caller's to read. */
  Process startTalking(Object... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(Object... arguments) throws IOException {
    var command = new ArrayList<>(user.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+DisableAttachMechanism");
    command.addAll(properties);
    command.add("-Dchatlabs.home=" + kit);
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary()));
    command.add("-cp");
    command.add(classPath);
    command.add("chatlabs.grader.cli.Main");
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    var builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder;
  }

  /** These arguments, and then more. */
  static Object[] with(Object[] more, Object... first) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
  }

  /** Where its temporary files are; empty again when a command has ended. */
  Path temporary() {
    return folder.resolve("tmp");
  }
}
