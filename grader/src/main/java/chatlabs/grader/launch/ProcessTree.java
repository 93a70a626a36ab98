package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Kills a process and all that it started. A process that left the tree (double fork, {@code
 * setsid}) is found on Linux by the user that is its own alone, or else by a mark in its environment,
 * which children inherit; one that also clears its environment is not, and that is what the strict
 * sandbox is for.
 */
public final class ProcessTree {
  /** The environment variable that marks the processes of one subject. */
  static final String MARK = "CHATLABS_SUBJECT";

  private static final List<String> KEPT = List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");

  private static final int ROUNDS = 20;

  private static final long LONGEST_END = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Processes that nobody has killed yet, by their marks; none outlives the grader. */
  private static final Map<String, Running> ALIVE = new ConcurrentHashMap<>();

  private record Running(Process process, HandInUser user) {}

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(ProcessTree::killAll, "kill-all"));
    } catch (IllegalStateException ending) {
      // this JVM ends, and has started nothing: its workers did
    }
  }

  private ProcessTree() {}

  /**
   * Kills all that are still alive, as at the end of the grader, and blocks until they are gone;
   * then whatever else this JVM has started, its workers first of all, and waits for none.
   */
  public static synchronized void killAll() {
    ALIVE.forEach((mark, it) -> kill(it.process(), mark));
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Whether something runs as this user that {@link #kill} has not ended yet. */
  static boolean isAlive(HandInUser user) {
    return ALIVE.values().stream().anyMatch(running -> running.user().equals(user));
  }

  /** Starts a process in a clean environment with this mark; {@link #kill} ends it. */
  static Process start(ProcessBuilder builder, String mark) throws IOException {
    return start(builder, mark, HandInUser.same());
  }

  /** As the other {@code start}, for a command that runs as this user. */
  static Process start(ProcessBuilder builder, String mark, HandInUser user) throws IOException {
    return start(builder, mark, user, Map.of());
  }

  /** As the other {@code start}, with these variables in the environment besides. */
  static Process start(
      ProcessBuilder builder, String mark, HandInUser user, Map<String, String> more)
      throws IOException {
    clean(builder.environment(), mark);
    builder.environment().putAll(more);
    var process = Spawner.start(builder);
    ALIVE.put(mark, new Running(process, user));
    return process;
  }

  /** Leaves of an environment what programs need to start, and adds the mark. */
  private static void clean(Map<String, String> environment, String mark) {
    environment.keySet().removeIf(name -> KEPT.stream().noneMatch(name::equalsIgnoreCase));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PYTHONUNBUFFERED", "1");
    environment.put(MARK, mark);
  }

  /** Kills the process, its descendants, and every process of its own user, or with this mark. */
  static void kill(Process process, String mark) {
    var running = ALIVE.remove(mark);
    var user = running == null ? HandInUser.same() : running.user();
    Predicate<Path> isLeft = user.isOwn() ? user::owns : entry -> carries(entry, MARK + "=" + mark);
    killWithDescendants(process);
    awaitEnd(process);
    long latest = System.nanoTime() + LONGEST_END;
    for (int round = 0; round < ROUNDS; round++) { // a fork bomb may be quicker than one sweep
      var left = matching(isLeft);
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(left, isLeft, latest);
    }
  }

  /**
   * Kills the process and those of its tree that are still in it; waits for none. Nobody descends
   * from one that has ended, and its number may be another's by now.
   */
  static void killWithDescendants(Process process) {
    if (!process.isAlive()) {
      return;
    }
    Descent.of(process.pid()).stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(each -> each.pid() != process.pid())
        .forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** A killed process ends at once; looking for others before that finds it again and again. */
  private static void awaitEnd(Process process) {
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for those that were killed, until {@code latest}: a process with much memory takes some
   * hundredths of a second to end, and all that time one more look at every process of the machine
   * would only keep it from the processor.
   */
  private static void awaitEnd(List<ProcessHandle> killed, Predicate<Path> isLeft, long latest) {
    while (killed.stream().anyMatch(each -> isLeft.test(entry(each)))
        && System.nanoTime() < latest) {
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  private static Path entry(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()));
  }

  /** Live processes; empty where there is no {@code /proc}. */
  private static List<ProcessHandle> matching(Predicate<Path> isMeant) {
    Path proc = Path.of("/proc");
    if (!Files.isDirectory(proc.resolve("self"))) {
      return List.of();
    }
    var found = new ArrayList<ProcessHandle>();
    try (Stream<Path> entries = Files.list(proc)) {
      entries
          .filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
          .filter(isMeant)
          .forEach(entry -> handle(entry).filter(ProcessHandle::isAlive).ifPresent(found::add));
    } catch (IOException | UncheckedIOException unreadable) {
      return found; // no /proc to speak of: what descends from the process is gone already
    }
    return found;
  }

  private static Optional<ProcessHandle> handle(Path entry) {
    return ProcessHandle.of(Long.parseLong(entry.getFileName().toString()));
  }

  private static boolean carries(Path entry, String mark) {
    try {
      String environment = Files.readString(entry.resolve("environ"), ISO_8859_1);
      return ("\0" + environment).contains("\0" + mark + "\0");
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }
}
