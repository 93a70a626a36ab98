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
  void graders_share_no_user_whatever_their_process_numbers() {
    int last = HandInUser.EACH - 1;
    var one = HandInUser.of(27_131, last);

    assertThat(HandInUser.EACH).isGreaterThan(50);
    assertThat(HandInUser.of(27_132, 0).uid()).isEqualTo(one.uid() + 1);
    assertThat(HandInUser.of(28_131, last)).isNotEqualTo(one); // a thousand on: they did once
    assertThat(HandInUser.of(4_194_303, last).uid()).isGreaterThan(one.uid());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_user_is_not_given_again_while_its_processes_run() throws Exception {
    var first = HandInUser.own();
    var process = ProcessTree.start(new ProcessBuilder("sleep", "60"), "in use", first);
    try {
      for (int i = 0; i < 2 * HandInUser.EACH; i++) {
        assertThat(HandInUser.own()).isNotEqualTo(first);
      }
    } finally {
      ProcessTree.kill(process, "in use");
    }
    assertThat(Stream.generate(HandInUser::own).limit(HandInUser.EACH)).contains(first);
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
