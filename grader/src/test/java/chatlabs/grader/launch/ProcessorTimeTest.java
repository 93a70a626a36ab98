package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ProcessorTimeTest {
  private static final Duration SOME = Duration.ofMillis(50);
  private static final String BUSY = "while :; do :; done";

  private Process parent;

  @AfterEach
  void end() {
    ProcessTree.killWithDescendants(parent);
  }

  @Test
  void what_a_process_uses_is_counted() throws Exception {
    start(BUSY);

    awaitUse();
  }

  @Test
  void what_its_descendants_use_is_counted() throws Exception {
    start("(sh -c '" + BUSY + "') & wait");

    awaitUse();
  }

  @Test
  void what_a_child_used_that_has_ended_is_counted() throws Exception {
    start("(ulimit -t 1; " + BUSY + "); exec sleep 60"); // a second of its time, not of the wall's

    awaitUse();
    while (parent.descendants().findAny().isPresent()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertThat(parent.descendants()).isEmpty();
    assertThat(used()).isGreaterThan(SOME);
  }

  @Test
  void one_that_sleeps_uses_none_and_one_that_is_gone_neither() throws Exception {
    start("exec sleep 60");

    assertThat(used()).isLessThan(SOME);
    parent.destroyForcibly().waitFor();
    assertThat(used()).isZero();
  }

  private void start(String script) throws IOException {
    parent = new ProcessBuilder("sh", "-c", script).start();
  }

  private Duration used() {
    return ProcessorTime.used(parent.pid());
  }

  private void awaitUse() throws InterruptedException {
    while (used().compareTo(SOME) <= 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
