package chatlabs.grader.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  static final Limits USUAL = new Limits(240, 16 << 20, Programs.onPath("prlimit"));

  /** Descriptors of one process; a chat server with thousands of clients has enough. */
  private static final int OPEN_FILES = 8_192;

  /** Threads and processes of one hand-in. */
  private static final int THREADS = 1_500;

  /** None at all. */
  static final Limits NONE = new Limits(0, 0, false);

  /** The command, held to these limits and to so many open files, processes and threads. */
  List<String> around(List<String> command) {
    if (!prlimit) {
      return command;
    }
    var all = new ArrayList<String>();
    all.add("prlimit");
    all.add("--cpu=" + cpuSeconds);
    all.add("--fsize=" + fileBytes);
    all.add("--core=0");
    all.add("--nofile=" + atMost(OPEN_FILES, "Max open files"));
    all.addAll(command);
    return all;
  }

  /** As {@link #around}, where processes and threads of the user are those of the hand-in alone. */
  List<String> aroundOwnUser(List<String> command) {
    var all = new ArrayList<>(around(command));
    if (prlimit) {
      all.add(1, "--nproc=" + atMost(THREADS, "Max processes"));
    }
    return all;
  }

  /** A limit is never raised: what the grader's own process is held to holds for all it starts. */
  private static long atMost(long wanted, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip().split("\\s+")[1])
          .filter(hard -> !hard.equals("unlimited"))
          .mapToLong(Long::parseLong)
          .reduce(wanted, Math::min);
    } catch (IOException | UncheckedIOException unknown) {
      return wanted;
    }
  }
}
