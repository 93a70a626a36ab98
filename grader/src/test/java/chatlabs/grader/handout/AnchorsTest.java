package chatlabs.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {
  @ParameterizedTest
  @CsvSource({
    "The tasks, the-tasks",
    "Why `recv(1024)` is not a message, why-recv1024-is-not-a-message",
    "TCP beside UDP: a table, tcp-beside-udp-a-table",
    "A – B, a--b",
    "[Link](x.md) here, link-here"
  })
  void a_heading_becomes_the_anchor_that_github_gives_it(String heading, String anchor) {
    assertThat(Anchors.slug(heading)).isEqualTo(anchor);
  }
}
