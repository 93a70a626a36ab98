package chatlabs.grader.launch;

import java.io.File;
import java.util.stream.Stream;

/**
 * What a hand-in's process may use.
 *
 * @param cpuSeconds CPU time of the process, in seconds
 * @param fileBytes the largest file that it can write, in bytes
 * @param prlimit whether this machine has {@code prlimit} to hold it to that
 */
record Limits(int cpuSeconds, long fileBytes, boolean prlimit) {
  /** Generous for a chat server: four minutes of CPU and files of 16 MiB. */
  static final Limits USUAL = new Limits(240, 16 << 20, onPath("prlimit"));

  /** None at all. */
  static final Limits NONE = new Limits(0, 0, false);

  static boolean onPath(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, command).canExecute());
  }
}
