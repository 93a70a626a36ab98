package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CpuWatchTest {
  private static final long WAIT_SECONDS = 60;
  private static final String BUSY = "while :; do :; done";

  /** Of processor time, however long that takes on a crowded machine. */
  private static final String BUSY_FOR_A_SECOND = "(ulimit -t 1; " + BUSY + "); exec sleep 60";

  private final List<Process> processes = new ArrayList<>();
  private final CountDownLatch spent = new CountDownLatch(1);

  @AfterEach
  void end() {
    processes.forEach(CpuWatch::forget);
    processes.forEach(ProcessTree::killWithDescendants);
  }

  @Test
  void a_process_that_has_used_up_its_hand_in_s_time_is_told_of() throws Exception {
    CpuWatch.watch(run(BUSY), allowance(100), spent::countDown);

    assertThat(spent.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_several_processes_of_a_hand_in_use_is_counted_together() throws Exception {
    var allowance = allowance(1500);
    var first = run(BUSY_FOR_A_SECOND);
    CpuWatch.watch(first, allowance, () -> {});
    TimeUnit.SECONDS.sleep(3);
    assertThat(allowance.usedUp()).isEmpty();

    CpuWatch.watch(run(BUSY_FOR_A_SECOND), allowance, spent::countDown);

    assertThat(spent.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(allowance.usedUp()).isPresent();
  }

  @Test
  void one_that_sleeps_is_left_alone() throws Exception {
    CpuWatch.watch(run("exec sleep 60"), allowance(500), spent::countDown);

    assertThat(spent.await(2500, TimeUnit.MILLISECONDS)).isFalse();
  }

  private static CpuAllowance allowance(long millis) {
    return new CpuAllowance(Duration.ofMillis(millis));
  }

  private Process run(String script) throws IOException {
    var process = new ProcessBuilder("sh", "-c", script).start();
    processes.add(process);
    return process;
  }
}
