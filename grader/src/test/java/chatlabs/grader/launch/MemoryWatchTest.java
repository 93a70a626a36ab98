package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MemoryWatchTest {
  private static final long WAIT_SECONDS = 20;

  private final CountDownLatch tooMuch = new CountDownLatch(1);
  private Process parent;

  @BeforeEach
  void start() throws IOException {
    parent = new ProcessBuilder("sh", "-c", "sleep 60 & sleep 60; wait").start();
  }

  @AfterEach
  void end() {
    MemoryWatch.forget(parent);
    ProcessTree.killWithDescendants(parent);
  }

  @Test
  void a_process_that_holds_more_than_its_bound_is_told_of() throws InterruptedException {
    MemoryWatch.watch(parent, 1, tooMuch::countDown);

    assertThat(tooMuch.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_its_descendants_hold_counts() throws InterruptedException {
    while (parent.descendants().count() < 2) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    long alone = MemoryWatch.resident(parent.pid());

    MemoryWatch.watch(parent, alone + 1, tooMuch::countDown);

    assertThat(tooMuch.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void one_that_holds_less_is_left_alone() throws InterruptedException {
    MemoryWatch.watch(parent, MemoryWatch.BOUND, tooMuch::countDown);

    assertThat(tooMuch.await(500, TimeUnit.MILLISECONDS)).isFalse();
  }
}
