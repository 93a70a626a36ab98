package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgramsTest {
  @BeforeEach
  void a_shell() {
    assumeTrue(Programs.onPath("sh"), "needs a shell");
  }

  @Test
  void what_is_said_and_the_status_are_known() throws IOException {
    var tried = Programs.tried(List.of("sh", "-c", "echo one; echo two >&2; exit 3"));

    assertThat(tried.isWell()).isFalse();
    assertThat(tried.status()).isEqualTo(3);
    assertThat(tried.said()).contains("one", "two");
  }

  @Test
  void one_that_is_not_there_is_told() {
    assertThat(Programs.onPath("no-such-program")).isFalse();
    assertThatThrownBy(() -> Programs.tried(List.of("no-such-program")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-program");
  }

  /** Also when it keeps its output open, for which a reader would wait. */
  @Test
  void one_that_does_not_end_is_given_up() {
    assertThatThrownBy(
            () -> Programs.tried(List.of("sh", "-c", "exec sleep 50"), Duration.ofMillis(300)))
        .isInstanceOf(IOException.class)
        .hasMessage("sh does not end");
  }
}
