package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Who a hand-in runs as. When the grader itself is root on Linux, each hand-in's process gets a
 * user id of its own that owns nothing: it cannot touch the machine's files or other hand-ins'
 * processes, and what it leaves behind is found by that id. Otherwise it is the grader's user.
 *
 * @param uid the user id, or {@link #SAME}
 */
record HandInUser(int uid) {
  /** The user that the grader runs as. */
  static final int SAME = -1;

  /** Bytes of a process's status in which the line with its user is, the ninth; it has 60 lines. */
  private static final int UP_TO_THE_USER = 512;

  private static final int FIRST = 1_800_000_000;

  /** Linux gives no process a higher number than this (proc(5), pid_max). */
  private static final int LAST_PROCESS = 4_194_304;

  /** So many users has each grader on the machine for itself; Java takes no id above an int. */
  static final int EACH = (Integer.MAX_VALUE - FIRST) / LAST_PROCESS;

  private static final AtomicInteger NEXT = new AtomicInteger();

  /**
   * A user that no other hand-in of this machine has now: whoever ends a hand-in kills all that its
   * user has. Where this JVM has more than {@link #EACH} at a time, that of a grader that is probably
   * not there.
   */
  static HandInUser own() {
    long grader = ProcessHandle.current().pid();
    for (int more = 0; ; more += EACH) {
      for (int i = 0; i < EACH; i++) {
        var user = of(grader, more + Math.floorMod(NEXT.getAndIncrement(), EACH));
        if (!ProcessTree.isAlive(user)) {
          return user;
        }
      }
    }
  }

  /** One of the users of the grader with this process number. */
  static HandInUser of(long grader, int number) {
    return new HandInUser(FIRST + (int) ((grader * EACH + number) % (LAST_PROCESS * (long) EACH)));
  }

  /** A user of its own where the grader can give one, otherwise the grader's. */
  static HandInUser best() {
    return isRoot() && Programs.onPath("setpriv") ? own() : same();
  }

  /** The grader's user. */
  static HandInUser same() {
    return new HandInUser(SAME);
  }

  /** Whether processes can be given a user of their own that can still use this file and folder. */
  static boolean canUse(Path file, Path folder) {
    var test = List.of("test", "-r", file.toString(), "-a", "-x", folder.toString());
    if (!isRoot()) {
      return false;
    }
    var words = new ArrayList<>(own().prefix());
    words.addAll(test);
    try {
      return Programs.tried(words).isWell();
    } catch (IOException notHere) {
      return false;
    }
  }

  /** Makes this folder the user's own, and closes it to all others. */
  void own(Path folder) throws IOException {
    if (isOwn()) {
      var lookup = folder.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(folder, lookup.lookupPrincipalByName(String.valueOf(uid)));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Whether the grader is root, on a system where that means anything. */
  static boolean isRoot() {
    try {
      Path self = Path.of("/proc/self");
      return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return false;
    }
  }

  /** Whether it is a user of its own, whose processes are all those of one hand-in. */
  boolean isOwn() {
    return uid != SAME;
  }

  /**
   * Whether the process of this entry of {@code /proc} runs as this user alone. One that has ended
   * does not, though it is listed until its parent has taken note, which on some machines is long
   * after.
   */
  boolean owns(Path entry) {
    try (var status = new FileInputStream(entry.resolve("status").toFile())) {
      String begin = new String(status.readNBytes(UP_TO_THE_USER), ISO_8859_1);
      return begin.contains("\nUid:\t" + uid + "\t") && !hasEnded(entry, begin);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The first thread of a process can end, and be shown as a zombie, while others go on. */
  private static boolean hasEnded(Path entry, String status) throws IOException {
    if (!status.contains("\nState:\tZ")) {
      return false;
    }
    try (Stream<Path> threads = Files.list(entry.resolve("task"))) {
      return threads.count() <= 1;
    }
  }

  /** What a command begins with to run as this user. */
  List<String> prefix() {
    return isOwn()
        ? List.of(
            "setpriv",
            "--reuid=" + uid,
            "--regid=" + uid,
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all")
        : List.of();
  }
}
