package chatlabs.grader.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The walls of the strict tier, built by bubblewrap ({@code bwrap}) out of Linux namespaces: one
 * for a worker, around its network, and in it one for each hand-in, around everything else.
 */
public final class Bubblewrap {
  /** Where a hand-in sees its own files. */
  static final Path HAND_IN = Path.of("/hand-in");

  /** Where it may write; what it writes without saying where lands there. */
  static final Path HOME = Path.of("/home/student");

  /** The name of the machine that it sees. */
  static final String HOST = "sandbox";

  /** Where its programs are looked for. */
  static final String PATH = "/usr/local/bin:/usr/bin:/bin";

  /** Where programs and libraries of the system are. */
  static final List<Path> SYSTEM =
      Stream.of("usr", "bin", "sbin", "lib", "lib32", "lib64")
          .map(name -> Path.of("/", name))
          .toList();

  /** What a hand-in can write, in each of its two places: 16 MiB, of memory. */
  private static final String DISK = String.valueOf(16 << 20);

  private static final String SHARED_MEMORY = String.valueOf(1 << 20);

  private Bubblewrap() {}

  /** What a probe found out, once. */
  private static final class Probe {
    static final Optional<String> REFUSAL = probe();
  }

  /**
   * Why the strict tier cannot be had on this machine; empty when it can. Found out once, by
   * starting a process behind both walls, which takes some 50 ms.
   */
  public static Optional<String> refusal() {
    return Probe.REFUSAL;
  }

  /** The command, in a network of its own in which there is only a loopback interface. */
  public static List<String> withOwnNetwork(List<String> command) {
    var words = new ArrayList<>(List.of("bwrap", "--unshare-net", "--dev-bind", "/", "/"));
    words.addAll(List.of("--die-with-parent", "--"));
    words.addAll(command);
    return words;
  }

  /**
   * The command, behind walls: processes, users, System V objects and host name of its own; the
   * system's programs and the JDK to read, its files to read, two small places to write, no
   * environment, no capabilities. The network is that of who starts it.
   *
   * @param start where it is started
   * @param readable files and folders besides, and where each is to be seen
   */
  static List<String> around(List<String> command, Path start, Map<Path, Path> readable) {
    var words = new ArrayList<>(List.of("bwrap", "--unshare-user", "--unshare-pid"));
    words.addAll(List.of("--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
    words.addAll(List.of("--uid", "1000", "--gid", "1000", "--hostname", HOST));
    words.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    words.addAll(List.of("--clearenv", "--setenv", "PATH", PATH));
    words.addAll(List.of("--setenv", "LC_ALL", "C.UTF-8", "--setenv", "HOME", HOME.toString()));
    words.addAll(List.of("--setenv", "PYTHONUNBUFFERED", "1"));
    system(words);
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    words.addAll(List.of("--size", SHARED_MEMORY, "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
    words.addAll(List.of("--size", DISK, "--tmpfs", "/tmp"));
    words.addAll(List.of("--size", DISK, "--tmpfs", HOME.toString()));
    readable.forEach(
        (place, seen) -> words.addAll(List.of("--ro-bind", place.toString(), seen.toString())));
    words.addAll(List.of("--chdir", start.toString(), "--remount-ro", "/", "--"));
    words.addAll(command);
    return words;
  }

  /** The system's programs and libraries, as this machine lays them out; nothing to write. */
  private static void system(List<String> words) {
    for (Path place : SYSTEM) {
      if (Files.isSymbolicLink(place)) {
        words.addAll(List.of("--symlink", "usr/" + place.getFileName(), place.toString()));
      } else if (Files.isDirectory(place)) {
        words.addAll(List.of("--ro-bind", place.toString(), place.toString()));
      }
    }
    words.addAll(List.of("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"));
    words.addAll(List.of("--ro-bind-try", "/etc/alternatives", "/etc/alternatives"));
    for (Path configuration : jdkConfigurations()) { // where Debian keeps a JDK's security files
      words.addAll(List.of("--ro-bind", configuration.toString(), configuration.toString()));
    }
  }

  private static List<Path> jdkConfigurations() {
    try (Stream<Path> etc = Files.list(Path.of("/etc"))) {
      return etc.filter(each -> each.getFileName().toString().startsWith("java")).toList();
    } catch (IOException unreadable) {
      return List.of(); // a JDK that needs them will say so
    }
  }

  private static Optional<String> probe() {
    if (!Files.isDirectory(Path.of("/proc/self/ns"))) {
      return Optional.of("it needs Linux");
    }
    if (!Programs.onPath("bwrap") || !Programs.onPath("prlimit")) {
      return Optional.of(
          "bubblewrap is not installed (Debian and Ubuntu: 'apt install bubblewrap'; Fedora: 'dnf"
              + " install bubblewrap')");
    }
    var inner = new ArrayList<>(HandInUser.best().prefix());
    inner.addAll(around(List.of("true"), HOME, Map.of()));
    try {
      var tried = Programs.tried(withOwnNetwork(inner));
      return tried.isWell()
          ? Optional.empty()
          : Optional.of("bubblewrap does not work here: " + tried.said());
    } catch (IOException trouble) {
      return Optional.of("bubblewrap does not work here: " + trouble.getMessage());
    }
  }
}
