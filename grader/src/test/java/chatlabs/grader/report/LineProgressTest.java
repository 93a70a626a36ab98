package chatlabs.grader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LineProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long now = Duration.ofDays(3).toNanos();

  @AutoClose
  private final LineProgress progress =
      new LineProgress("grading", 4, new PrintStream(written, true, UTF_8), () -> now);

  @Test
  void what_takes_less_than_a_minute_says_nothing() {
    doneAfter(59);

    assertThat(lines()).isEmpty();
  }

  @Test
  void a_long_run_says_how_far_it_is_once_a_minute_and_nothing_at_its_end() {
    doneAfter(61);
    doneAfter(30);
    doneAfter(90);
    doneAfter(90);

    assertThat(lines())
        .containsExactly("grading: 1 of 4 done after 1 min", "grading: 3 of 4 done after 3 min");
  }

  private void doneAfter(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
    progress.done("somebody");
  }

  private Iterable<String> lines() {
    return written.toString(UTF_8).lines().toList();
  }
}
