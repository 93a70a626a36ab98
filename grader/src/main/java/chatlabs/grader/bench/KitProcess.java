package chatlabs.grader.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in processes of their own, as a user would, and times them. */
final class KitProcess {
  private KitProcess() {}

  /** Milliseconds of wall time that this command takes in this folder; it has to succeed. */
  static double millis(List<String> command, Path folder) throws IOException, InterruptedException {
    Path output = Files.createTempFile("chatlabs-bench", ".txt");
    try {
      long start = System.nanoTime();
      int status =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      double millis = (System.nanoTime() - start) / 1e6;
      if (status != 0) {
        throw new IOException(
            String.join(" ", command) + " ended with " + status + ":\n" + Files.readString(output));
      }
      return millis;
    } finally {
      Files.delete(output);
    }
  }

  /** The command line of this kit, as a command. */
  static List<String> chatlab(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments()); // the launcher's
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("chatlabs.grader.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  /** Maven's command on this system. */
  static String maven() {
    return File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
  }
}
