package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.host.Ref;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a hand-in can do when the grader is root; elsewhere these tests are skipped. */
@Timeout(120)
class OwnUserTest {
  @TempDir static Path folder;
  private static ChildJvm child;

  @BeforeAll
  static void prepare() throws IOException {
    assumeTrue(HandInUser.isRoot(), "the grader is root on Linux");
    assumeTrue(Programs.onPath("setpriv") && Programs.onPath("prlimit"), "util-linux is there");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Sources.compile(
        classes,
        "Guest",
        """
        public int uid() throws IOException {
          return (Integer) java.nio.file.Files.getAttribute(java.nio.file.Path.of("/proc/self"), "unix:uid");
        }
        public boolean writes(String file) {
          try (var out = new FileOutputStream(file, true)) { return true; } catch (IOException e) { return false; }
        }
        public boolean lists(String folder) { return new File(folder).list() != null; }
        public long leaves() throws Exception {
          var shell = new ProcessBuilder("/bin/sh", "-c",
              "setsid env -i /bin/sh -c 'echo $$; exec /bin/sleep 100' & wait").start();
          long left = Long.parseLong(shell.inputReader().readLine());
          shell.destroyForcibly().waitFor();
          return left;
        }
        """);
    child = new ChildJvm(HostRuntime.prepare(folder.resolve("runtime"), Tier.BASIC), classes);
  }

  @AfterAll
  static void end() {
    if (child != null) {
      child.close();
    }
  }

  @Test
  void it_runs_as_a_user_of_its_own_in_each_jvm() {
    long first = (Long) call(guest(), "uid");
    child.close();
    long second = (Long) call(guest(), "uid");

    assertThat(first).isGreaterThan(100_000);
    assertThat(second).isGreaterThan(100_000).isNotEqualTo(first);
  }

  @Test
  void it_writes_in_its_own_folder_and_not_in_roots_and_cannot_list_the_workspace()
      throws IOException {
    Path file = Files.writeString(folder.resolve("root-owned"), "text");
    var guest = guest();

    assertThat(call(guest, "writes", file.toString())).isEqualTo(false);
    assertThat(call(guest, "writes", folder.resolve("new").toString())).isEqualTo(false);
    assertThat(call(guest, "writes", folder.resolve("classes/new").toString())).isEqualTo(true);
    assertThat(call(guest, "lists", folder.toString())).isEqualTo(false);
  }

  @Test
  void a_process_that_left_the_tree_and_cleared_its_environment_ends_with_it() throws Exception {
    var left = ProcessHandle.of((Long) call(guest(), "leaves")).orElseThrow();
    assertThat(left.isAlive()).isTrue();

    child.close();

    left.onExit().get(20, TimeUnit.SECONDS);
    assertThat(left.isAlive()).isFalse();
  }

  private static Ref guest() {
    child.fresh(failure -> {});
    return child.make("Guest", List.of()).join();
  }

  private static Object call(Ref target, String method, Object... arguments) {
    return child.call(target, method, List.of(arguments)).join();
  }
}
