package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches what those of the red team hold, by the number that each has in its processes' command
 * lines and its files' names: from outside of all walls everything can be seen.
 */
final class Marks implements AutoCloseable {
  private static final Path PROC = Path.of("/proc");

  private final Path temporary;
  private final List<String> memory;
  private final List<String> disk;
  private final Map<String, Long> most = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("marks").factory());

  /**
   * Begins to watch.
   *
   * @param temporary where files are looked for
   * @param memory the marks of those whose memory is watched
   * @param disk the marks of those whose files are watched
   */
  Marks(Path temporary, List<String> memory, List<String> disk) {
    this.temporary = temporary;
    this.memory = memory;
    this.disk = disk;
    thread.scheduleWithFixedDelay(this::look, 100, 50, TimeUnit.MILLISECONDS);
  }

  /** The most bytes that this one was seen to hold. */
  long most(String mark) {
    return most.getOrDefault(mark, 0L);
  }

  /** Processes that have this mark. */
  static List<ProcessHandle> alive(String mark) {
    return processes(mark)
        .map(entry -> Long.valueOf(entry.getFileName().toString()))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .toList();
  }

  private void look() {
    memory.forEach(mark -> keep(mark, processes(mark).mapToLong(Marks::resident).sum()));
    disk.forEach(mark -> keep(mark, files(mark)));
  }

  private void keep(String mark, long now) {
    most.merge(mark, now, Math::max);
  }

  private static Stream<Path> processes(String mark) {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("\\d+"))
          .filter(entry -> read(entry.resolve("cmdline")).contains(mark))
          .toList()
          .stream();
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  private static long resident(Path process) {
    String[] words = read(process.resolve("statm")).split(" ");
    return words.length > 1 ? Long.parseLong(words[1]) * 4096 : 0;
  }

  private long files(String mark) {
    try (Stream<Path> files =
        Files.find(temporary, 5, (file, what) -> file.getFileName().toString().contains("disk-" + mark))) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException goneMeanwhile) {
      return 0;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
