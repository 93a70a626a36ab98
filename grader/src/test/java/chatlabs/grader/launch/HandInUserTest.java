package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HandInUserTest {
  @Test
  void the_graders_own_user_needs_no_prefix_and_claims_no_process() {
    assertThat(HandInUser.same().prefix()).isEmpty();
    assertThat(HandInUser.same().owns(Path.of("/proc/self"))).isFalse();
  }

  @Test
  void every_hand_in_gets_a_user_of_its_own() {
    var one = HandInUser.own();
    var other = HandInUser.own();

    assertThat(one.uid()).isNotEqualTo(other.uid()).isGreaterThan(100_000);
    assertThat(one.prefix()).contains("--reuid=" + one.uid(), "--regid=" + one.uid());
    assertThat(one.prefix()).contains("--clear-groups", "--no-new-privs");
  }

  @Test
  void a_process_of_another_user_or_that_is_gone_is_not_its_own() {
    assertThat(HandInUser.own().owns(Path.of("/proc/self"))).isFalse();
    assertThat(HandInUser.own().owns(Path.of("/proc/0"))).isFalse();
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void a_process_that_has_ended_is_nobodys_though_it_is_still_listed() throws Exception {
    var parent = new ProcessBuilder("sh", "-c", "sleep 0 & exec sleep 60").start();
    try {
      Path child = zombie(parent.toHandle()::children);

      assertThat(ourselves().owns(entry(parent.toHandle()))).isTrue();
      assertThat(ourselves().owns(child)).isFalse();
    } finally {
      ProcessTree.killWithDescendants(parent);
    }
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void a_process_whose_first_thread_alone_has_ended_is_its_users() throws Exception {
    assumeThat(Programs.onPath("python3")).isTrue();
    String threads =
        "import ctypes, threading, time\n"
            + "threading.Thread(target=lambda: time.sleep(60)).start()\n"
            + "ctypes.CDLL(None).pthread_exit(None)";
    var process = new ProcessBuilder("python3", "-c", threads).start();
    try {
      Path entry = zombie(() -> Stream.of(process.toHandle()));

      assertThat(ourselves().owns(entry)).isTrue();
    } finally {
      ProcessTree.killWithDescendants(process);
    }
  }

  private static HandInUser ourselves() throws IOException {
    return new HandInUser((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  private static Path zombie(Supplier<Stream<ProcessHandle>> among) throws Exception {
    while (true) {
      for (var each : among.get().toList()) {
        if (Files.readString(entry(each).resolve("status")).contains("State:\tZ")) {
          return entry(each);
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static Path entry(ProcessHandle process) {
    return Path.of("/proc", String.valueOf(process.pid()));
  }
}
