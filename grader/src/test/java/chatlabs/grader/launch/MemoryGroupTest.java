package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryGroupTest {
  private static final long SMALL = 32 << 20;

  /** tail keeps a line that does not end: 200 MB of it. */
  private static final List<String> GREEDY =
      List.of("sh", "-c", "head -c 200000000 /dev/zero | tail -n 1 | wc -c");

  @Test
  void the_command_and_what_it_starts_are_in_the_group() throws IOException {
    assumeTrue(MemoryGroup.isPossible(), "memory groups of version 1, for root, are not to be had");
    try (var group = MemoryGroup.open()) {
      var tried = Programs.tried(group.around(List.of("sh", "-c", "(cat /proc/self/cgroup)")));

      assertThat(tried.said()).contains("memory:").contains(folder(group).getFileName().toString());
      assertThat(group.wasExceeded()).isFalse();
    }
  }

  @Test
  void the_kernel_kills_what_holds_too_much() throws IOException {
    assumeTrue(MemoryGroup.isPossible(), "memory groups of version 1, for root, are not to be had");
    try (var group = MemoryGroup.open(SMALL)) {
      assertThat(Programs.tried(group.around(GREEDY)).said()).doesNotContain("200000000");
      assertThat(group.wasExceeded()).isTrue();
    }
    assertThat(Programs.tried(GREEDY).said()).contains("200000000");
  }

  @Test
  void without_its_group_a_command_does_not_start() throws IOException {
    assumeTrue(MemoryGroup.isPossible(), "memory groups of version 1, for root, are not to be had");
    var group = MemoryGroup.open();
    group.close();

    var tried = Programs.tried(group.around(List.of("echo", "it runs")));

    assertThat(tried.isWell()).isFalse();
    assertThat(tried.said()).doesNotContain("it runs");
  }

  @Test
  void nothing_is_left_of_it() {
    assumeTrue(MemoryGroup.isPossible(), "memory groups of version 1, for root, are not to be had");
    var group = MemoryGroup.open();
    var folder = folder(group);
    assertThat(folder).exists();

    group.close();

    assertThat(folder).doesNotExist();
  }

  @Test
  void groups_of_graders_that_are_gone_are_removed_and_those_of_others_are_not(@TempDir Path parent)
      throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path left = Files.createDirectory(parent.resolve("chatlabs-" + gone.pid() + "-x"));
    long living = ProcessHandle.current().pid();
    Path used = Files.createDirectory(parent.resolve("chatlabs-" + living + "-x"));
    Path other = Files.createDirectory(parent.resolve("other-" + gone.pid() + "-x"));

    MemoryGroup.removeLeft(parent);

    assertThat(left).doesNotExist();
    assertThat(used).exists();
    assertThat(other).exists();
  }

  @Test
  void where_there_is_none_the_command_is_as_it_was() {
    try (var none = MemoryGroup.none()) {
      assertThat(none.around(List.of("true"))).containsExactly("true");
      assertThat(none.wasExceeded()).isFalse();
    }
  }

  private static Path folder(MemoryGroup group) {
    Path procs = Path.of(group.prefix().getLast());
    assertThat(Files.exists(procs)).isTrue();
    return procs.getParent();
  }
}
