package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The processor time that a process, all that descend from it, and those of their children that have
 * ended have used (proc_pid_stat(5)). None where there is no {@code /proc}.
 */
final class ProcessorTime {
  private static final Path PROC = Path.of("/proc");

  /** Linux tells every program of hundredths of a second, whatever its kernel counts in. */
  private static final long MILLIS_OF_A_TICK = 10;

  /** Fields after the name, which may hold spaces and parentheses itself. */
  private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

  private ProcessorTime() {}

  /** What has been used so far; zero when the process is gone. */
  static Duration used(long pid) {
    long ticks = Descent.of(pid).stream().mapToLong(ProcessorTime::ticks).sum();
    return Duration.ofMillis(ticks * MILLIS_OF_A_TICK);
  }

  private static long ticks(long pid) {
    try {
      String line = Files.readString(PROC.resolve(pid + "/stat"), ISO_8859_1);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return TIMES.stream().mapToLong(field -> Long.parseLong(fields[field])).sum();
    } catch (IOException gone) {
      return 0;
    }
  }
}
