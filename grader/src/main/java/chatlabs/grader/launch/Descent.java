package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that descend from one. Where the kernel lists the children of each thread (proc(5);
 * most Linux systems) only these processes are looked at; a {@link ProcessHandle} looks at every
 * process of the machine, which for the watches of many graders is much.
 */
final class Descent {
  private static final Path PROC = Path.of("/proc");

  private static final boolean LISTED =
      Files.isReadable(list(thread(ProcessHandle.current().pid())));

  private Descent() {}

  /** This process, unless it is gone, and all that descend from it. */
  static List<Long> of(long pid) {
    return of(pid, LISTED);
  }

  /** The same, with or without the kernel's lists of children. */
  static List<Long> of(long pid, boolean listed) {
    if (!listed) {
      return asked(pid);
    }
    var found = new ArrayList<Long>();
    var left = new ArrayDeque<>(List.of(pid));
    while (!left.isEmpty()) {
      long next = left.pop();
      ProcessHandle.of(next).ifPresent(alive -> found.add(next));
      left.addAll(children(next));
    }
    return found;
  }

  private static List<Long> asked(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Children are listed with the thread that started them. */
  private static List<Long> children(long pid) {
    try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
      return threads.flatMap(thread -> started(list(thread))).toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of();
    }
  }

  private static Stream<Long> started(Path children) {
    try {
      String pids = Files.readString(children, US_ASCII).strip();
      return pids.isEmpty() ? Stream.empty() : Stream.of(pids.split(" ")).map(Long::valueOf);
    } catch (IOException ended) {
      return Stream.empty();
    }
  }

  private static Path thread(long pid) {
    return PROC.resolve(pid + "/task/" + pid);
  }

  private static Path list(Path thread) {
    return thread.resolve("children");
  }
}
