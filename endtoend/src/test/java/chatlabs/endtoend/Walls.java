package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.abort;

import chatlabs.grader.launch.Bubblewrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Whether this machine has what the strict tier is built of. */
final class Walls {
  /** Set where a missing strict tier is to fail the tests: in CI. */
  private static final String REQUIRED = "CHATLABS_STRICT";

  private Walls() {}

  static boolean isLinux() {
    return Files.isDirectory(Path.of("/proc/self"));
  }

  static boolean areHere() {
    return Bubblewrap.refusal().isEmpty();
  }

  /** Those who would get out, and two whose folders are hard to delete; the kit is root's here. */
  static List<Attack> thoseWhoGetOut() throws IOException {
    return Attack.all().stream()
        .filter(each -> !each.none().isEmpty() || List.of("digs-deep", "locks-its-folder").contains(each.name()))
        .filter(each -> !each.name().equals("writes-into-the-kit"))
        .toList();
  }

  /** Says by name what is not run without walls, or fails where that was asked for. */
  static void require(List<Attack> attacks) {
    if (areHere()) {
      return;
    }
    String names = attacks.stream().map(Attack::name).collect(Collectors.joining("\n  "));
    String message =
        "NOT RUN in the strict tier, because of this machine ("
            + Bubblewrap.refusal().orElseThrow()
            + "):\n  "
            + names;
    System.err.println(message);
    if ("required".equals(System.getenv(REQUIRED))) {
      throw new AssertionError(message);
    }
    abort(message);
  }
}
