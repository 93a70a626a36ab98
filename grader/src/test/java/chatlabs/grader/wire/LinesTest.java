package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void trailing_spaces_and_cr_carry_no_meaning() {
    assertThat(Lines.lenient("ACK 3 ")).isEqualTo("ACK 3");
    assertThat(Lines.lenient("ACK 3 \r")).isEqualTo("ACK 3");
    assertThat(Lines.lenient("  ")).isEmpty();
  }

  @Test
  void everything_else_stays() {
    assertThat(Lines.lenient("  a\rb\t")).isEqualTo("  a\rb\t");
    assertThat(Lines.lenient(new byte[] {'x', (byte) 0xff})).isEqualTo("x\ufffd");
  }
}
