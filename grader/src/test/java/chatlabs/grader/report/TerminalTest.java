package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void a_pipe_and_a_file_are_no_terminals() {
    assertThat(Terminal.isTerminalDevice("/dev/pts/3")).isTrue();
    assertThat(Terminal.isTerminalDevice("pipe:[4711]")).isFalse();
    assertThat(Terminal.isTerminalDevice("/dev/null")).isFalse();
  }

  @Test
  void the_environment_can_turn_colours_and_progress_off() {
    assertThat(Terminal.plain(Map.of("TERM", "xterm"))).isFalse();
    assertThat(Terminal.plain(Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(Terminal.dumb(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.dumb(Map.of("TERM", "dumb"))).isTrue();
    assertThat(Terminal.dumb(Map.of("CI", "true"))).isTrue();
  }

  @Test
  void the_bar_counts_in_ascii_on_one_line() {
    var bytes = new ByteArrayOutputStream();
    try (var terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var progress = new TerminalProgress("Grading", 2, terminal)) {
      progress.done("Ana");
      progress.done("evil\u001b[2J");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("Grading", "2/2")
        .doesNotContain("\n", "\u001b[2J")
        .matches("[\\x00-\\x7f]*");
  }
}
