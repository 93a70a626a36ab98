package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final Output output = new Output();

  @Test
  void short_output_is_kept_whole() throws IOException {
    output.sink().write("Grüße\n".getBytes(UTF_8));
    output.sink().write('x');

    assertThat(output.text()).isEqualTo("Grüße\nx");
  }

  @Test
  void up_to_both_ends_nothing_is_missing() {
    add("a".repeat(Output.KEPT) + "b".repeat(Output.KEPT));

    assertThat(output.text()).hasSize(2 * Output.KEPT).doesNotContain("not kept");
  }

  @Test
  void what_is_missing_in_the_middle_is_counted() {
    add("a".repeat(Output.KEPT) + "lost" + "b".repeat(Output.KEPT));

    assertThat(output.text())
        .contains("a\n... (4 bytes of output not kept) ...\nb")
        .doesNotContain("lost");
  }

  @Test
  void what_is_forgotten_does_not_come_back() {
    add("x".repeat(3 * Output.KEPT));
    output.forget();
    add("new");

    assertThat(output.text()).isEqualTo("new");
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    output.add(bytes, 0, bytes.length);
  }
}
