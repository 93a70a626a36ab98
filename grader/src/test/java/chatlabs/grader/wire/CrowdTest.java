package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CrowdTest {
  @Test
  void it_is_the_running_threads_without_the_asker_for_each_processor() {
    assertThat(Crowd.of("0.45 2.05 4.13 11/812 5314\n", 2)).isEqualTo(5);
  }

  @Test
  void a_machine_with_room_is_no_crowd() {
    assertThat(Crowd.of("0.45 2.05 4.13 2/812 5314\n", 4)).isEqualTo(1);
  }

  @Test
  void thousands_of_busy_threads_count_as_the_largest_crowd() {
    assertThat(Crowd.of("900.1 2.05 4.13 4001/4812 5314\n", 2)).isEqualTo(Crowd.LARGEST);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void busy_threads_are_seen() throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    var busy = Stream.generate(CrowdTest::busy).limit(6L * processors).toList();
    try {
      assertThat(seenBySomeLook(3)).isTrue();
    } finally {
      busy.forEach(Thread::interrupt);
    }
    for (var thread : busy) {
      thread.join();
    }
  }

  private static boolean seenBySomeLook(double crowd) throws InterruptedException {
    for (int look = 0; look < 200; look++) {
      if (Crowd.now() >= crowd) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return false;
  }

  private static Thread busy() {
    return Thread.ofPlatform()
        .start(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
            });
  }
}
