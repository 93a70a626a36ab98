package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bound that the kernel itself keeps on the memory of a hand-in's processes, by a control group
 * of their own (cgroups(7), version 1), which root can make. Elsewhere there is the {@link
 * MemoryWatch}, which costs some hundredths of a core.
 */
public final class MemoryGroup implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup/memory");

  /** What the names of groups begin with, and whose they are: the number of the grader's process. */
  private static final String NAME = "chatlabs-";

  private static final Pattern OWNED = Pattern.compile(NAME + "(\\d+)-.*");

  /** A shell joins the group and becomes the command; without the bound there is none. */
  private static final String JOIN = "echo $$ > \"$0\" && exec \"$@\"";

  private final @Nullable Path folder;

  private MemoryGroup(@Nullable Path folder) {
    this.folder = folder;
  }

  /** What a probe found out, once. */
  private static final class Probe {
    static final Optional<Path> PARENT = probe();
  }

  /** Whether groups can be made here; found out once, by making one. */
  public static boolean isPossible() {
    return Probe.PARENT.isPresent();
  }

  /** A group for one more hand-in; one that does nothing where none can be made. */
  static MemoryGroup open() {
    return open(MemoryWatch.BOUND);
  }

  /** The same, for so many bytes. */
  static MemoryGroup open(long bytes) {
    try {
      return isPossible() ? in(Probe.PARENT.get(), bytes) : none();
    } catch (IOException refused) {
      return none(); // the watch is still there
    }
  }

  /** A group that does nothing. */
  static MemoryGroup none() {
    return new MemoryGroup(null);
  }

  /** A group in this one, for so many bytes. */
  private static MemoryGroup in(Path parent, long bytes) throws IOException {
    String name = NAME + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    Path group = Files.createDirectory(parent.resolve(name));
    Files.writeString(group.resolve("memory.limit_in_bytes"), String.valueOf(bytes));
    return new MemoryGroup(group);
  }

  /** What a command begins with to be in the group; before what changes its user. */
  List<String> prefix() {
    return folder == null
        ? List.of()
        : List.of("sh", "-c", JOIN, folder.resolve("cgroup.procs").toString());
  }

  /** This command, in the group. */
  List<String> around(List<String> command) {
    var words = new ArrayList<>(prefix());
    words.addAll(command);
    return words;
  }

  /** Whether the kernel keeps the bound. */
  boolean isKept() {
    return folder != null;
  }

  /** Whether the kernel has killed a process of the group for its memory. */
  boolean wasExceeded() {
    if (folder == null) {
      return false;
    }
    try (Stream<String> lines = Files.lines(folder.resolve("memory.oom_control"), US_ASCII)) {
      return lines.anyMatch(line -> line.matches("oom_kill [1-9]\\d*"));
    } catch (IOException | UncheckedIOException unknown) {
      return false;
    }
  }

  /** Removes the group; a process that has not quite ended leaves it to the next grader. */
  @Override
  public void close() {
    if (folder != null) {
      remove(folder);
    }
  }

  private static void remove(Path group) {
    try {
      Files.deleteIfExists(group);
    } catch (IOException stillUsed) {
      return; // a group without processes weighs nothing
    }
  }

  private static Optional<Path> probe() {
    try {
      Path parent = own();
      removeLeft(parent);
      try (var group = in(parent, MemoryWatch.BOUND)) {
        return Programs.tried(group.around(List.of("true"))).isWell()
            ? Optional.of(parent)
            : Optional.empty();
      }
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  /** Removes groups of graders that were killed. */
  static void removeLeft(Path parent) throws IOException {
    try (Stream<Path> groups = Files.list(parent)) {
      groups.filter(MemoryGroup::isLeft).forEach(MemoryGroup::remove);
    }
  }

  /** A group of a grader that lives may still be empty: its command is about to start. */
  private static boolean isLeft(Path group) {
    Matcher owned = OWNED.matcher(group.getFileName().toString());
    return owned.matches() && ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty();
  }

  /** The group in which the grader itself is. */
  private static Path own() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/cgroup"), US_ASCII)) {
      return lines
          .map(line -> line.split(":", 3))
          .filter(fields -> List.of(fields[1].split(",", -1)).contains("memory"))
          .map(fields -> ROOT.resolve(fields[2].substring(1)))
          .findFirst()
          .orElseThrow(() -> new IOException("no memory groups of version 1"));
    }
  }
}
