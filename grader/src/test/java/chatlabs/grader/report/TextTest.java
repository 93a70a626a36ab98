package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void width_counts_cells_of_the_terminal() {
    assertThat(TextWidth.of("abc")).isEqualTo(3);
    assertThat(TextWidth.of("\u738B\u5C0F")).isEqualTo(4);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("\uD83D\uDE00")).isEqualTo(2);
  }

  @Test
  void a_cut_never_splits_a_character_and_is_marked() {
    assertThat(TextWidth.cut("\u738B\u5C0F\u660E\u738B", 7)).isEqualTo("\u738B\u5C0F...");
    assertThat(TextWidth.cut("fits", 4)).isEqualTo("fits");
  }

  @Test
  void long_sentences_are_broken_at_spaces() {
    assertThat(EvidenceText.wrap("word ".repeat(40)))
        .hasSize(3)
        .allMatch(line -> line.length() <= 78);
    assertThat(EvidenceText.wrap("x".repeat(90))).isEqualTo(List.of("x".repeat(90)));
    assertThat(EvidenceText.wrap("")).isEmpty();
  }

  @Test
  void control_characters_are_written_out_and_text_stays() {
    assertThat(Printable.of("a\tb\r\nc\rd\u0085\uD83D\uDE00"))
        .isEqualTo("a\tb\nc\\x0dd\\x85\uD83D\uDE00");
  }
}
