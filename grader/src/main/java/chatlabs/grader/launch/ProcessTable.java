package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of this machine at one moment: who started each, and the processor time that it and
 * those of its children that have ended used (proc_pid_stat(5)). Empty where there is no {@code
 * /proc}.
 */
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  /** Linux tells every program of hundredths of a second, whatever its kernel counts in. */
  private static final long MILLIS_OF_A_TICK = 10;

  /** Fields after the name, which may hold spaces and parentheses itself. */
  private static final int PARENT = 1;

  private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

  private final Map<Long, Long> ticks = new HashMap<>();
  private final Map<Long, List<Long>> children = new HashMap<>();

  private ProcessTable() {}

  /** All that there are now; those that end meanwhile are left out. */
  static ProcessTable read() {
    var table = new ProcessTable();
    try (Stream<Path> entries = Files.list(PROC)) {
      entries
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> Character.isDigit(name.charAt(0)))
          .forEach(name -> stat(name).ifPresent(line -> table.add(Long.parseLong(name), line)));
    } catch (IOException | UncheckedIOException unreadable) {
      return table; // what has been read is true
    }
    return table;
  }

  private static Optional<String> stat(String pid) {
    try {
      return Optional.of(Files.readString(PROC.resolve(pid).resolve("stat"), ISO_8859_1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void add(long pid, String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    children.computeIfAbsent(Long.parseLong(fields[PARENT]), none -> new ArrayList<>()).add(pid);
    ticks.put(pid, TIMES.stream().mapToLong(field -> Long.parseLong(fields[field])).sum());
  }

  /** Processor time that this process and all that descend from it have used; zero if it is gone. */
  Duration used(long pid) {
    long all = 0;
    var left = new ArrayDeque<>(List.of(pid));
    while (!left.isEmpty()) {
      long next = left.pop();
      all += ticks.getOrDefault(next, 0L);
      left.addAll(children.getOrDefault(next, List.of()));
    }
    return Duration.ofMillis(all * MILLIS_OF_A_TICK);
  }
}
