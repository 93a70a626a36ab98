package chatlabs.grader.build;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.build.Compilation.End;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CompilationTest {
  @Test
  void waiting_for_a_core_is_no_work() throws InterruptedException {
    assertThat(Compilation.run("waits", () -> waits(1_500), Duration.ofSeconds(1)))
        .isEqualTo(End.DONE);
  }

  @Test
  void work_has_an_end() throws InterruptedException {
    var stop = new AtomicBoolean();
    try {
      assertThat(Compilation.run("works", () -> works(stop), Duration.ofMillis(100)))
          .isEqualTo(End.OUT_OF_TIME);
    } finally {
      stop.set(true);
    }
  }

  @Test
  void waiting_has_an_end_too_and_is_not_blamed_on_the_source() throws InterruptedException {
    assertThat(Compilation.run("waits", () -> waits(60_000), Duration.ofMillis(50)))
        .isEqualTo(End.HELD_UP);
  }

  private static boolean waits(long millis) throws InterruptedException {
    Thread.sleep(millis);
    return true;
  }

  private static boolean works(AtomicBoolean stop) {
    while (!stop.get()) {
      Thread.onSpinWait();
    }
    return true;
  }
}
