package chatlabs.grader.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownTest {
  @Test
  void it_knows_all_its_types() {
    var thrown = Thrown.of(new java.io.EOFException("the end"));

    assertThat(thrown.type()).isEqualTo("java.io.EOFException");
    assertThat(thrown.isA("java.io.IOException")).isTrue();
    assertThat(thrown.isA("java.lang.RuntimeException")).isFalse();
    assertThat(thrown).hasToString("java.io.EOFException: the end");
    assertThat(thrown.stack()).contains("ThrownTest");
  }

  @Test
  void an_exception_that_makes_trouble_itself_is_told_all_the_same() {
    var thrown = Thrown.of(new Things.Hostile());

    assertThat(thrown.type()).isEqualTo(Things.Hostile.class.getName());
    assertThat(thrown.message()).isEmpty();
    assertThat(thrown.stack()).isEmpty();
  }

  @Test
  void a_long_message_is_cut_and_says_so() {
    var thrown = Thrown.of(new IllegalStateException("x".repeat(3_000)));

    assertThat(thrown.message()).endsWith("... (1000 more characters)");
    assertThat(thrown.stack().length()).isLessThan(6_100);
  }

  @Test
  void only_a_starters_mark_is_a_todo() {
    assertThat(Thrown.of(new UnsupportedOperationException("TODO 3: answer")).isTodo()).isTrue();
    assertThat(Thrown.of(new UnsupportedOperationException("immutable")).isTodo()).isFalse();
    assertThat(Thrown.of(new IllegalStateException("TODO 3")).isTodo()).isFalse();
    assertThat(Thrown.of(new UnsupportedOperationException((String) null)).isTodo()).isFalse();
  }
}
