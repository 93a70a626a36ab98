package chatlabs.grader.soak;

import static chatlabs.grader.soak.Made.FAULT;
import static chatlabs.grader.soak.Made.REFERENCE;
import static chatlabs.grader.soak.Made.deviation;
import static chatlabs.grader.soak.Made.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Entry GOOD = entry(REFERENCE, 7, false);
  private static final Entry BAD = entry(FAULT, 8, true, deviation("two\nlines \u00fc"));

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    file = folder.resolve("soak.jsonl");
    try (var ledger = open(null)) {
      assertThat(ledger.earlier()).isEmpty();
      ledger.add(GOOD);
      ledger.add(BAD);
    }
  }

  @Test
  void what_was_graded_is_there_again_with_the_seed_of_the_beginning() throws IOException {
    try (var ledger = Ledger.open(file, "09-sample", "abc", 99, null)) {
      assertThat(ledger.earlier()).containsExactly(GOOD, BAD);
      assertThat(ledger.seed()).isEqualTo(7);
      assertThat(ledger.wasTorn()).isFalse();
      ledger.add(GOOD);
    }
    assertThat(Files.readAllLines(file)).hasSize(4);
  }

  @Test
  void a_grading_by_some_checks_says_so_and_one_by_all_is_written_as_ever() throws IOException {
    var some = entry(FAULT, 9, false, 5);
    try (var ledger = open(null)) {
      ledger.add(some);
    }

    try (var ledger = open(null)) {
      assertThat(ledger.earlier()).containsExactly(GOOD, BAD, some);
    }
    var lines = Files.readAllLines(file);
    assertThat(lines.get(3)).contains("\"others\":5");
    assertThat(lines.subList(1, 3)).noneMatch(line -> line.contains("others"));
  }

  @Test
  void a_torn_last_line_is_dropped_with_a_word_and_the_next_begins_where_it_began()
      throws IOException {
    append("{\"date\":\"2026-11-21T10:00:00Z\",\"variant\":\"\u00fc".getBytes(UTF_8));
    append(new byte[] {(byte) 0xc3}); // half a character
    try (var ledger = open(null)) {
      assertThat(ledger.wasTorn()).isTrue();
      assertThat(ledger.earlier()).containsExactly(GOOD, BAD);
      ledger.add(BAD);
    }
    try (var ledger = open(null)) {
      assertThat(ledger.wasTorn()).isFalse();
      assertThat(ledger.earlier()).containsExactly(GOOD, BAD, BAD);
    }
  }

  @Test
  void other_checks_another_lab_and_another_seed_are_refused_and_harm_nothing() throws IOException {
    String before = Files.readString(file);

    assertThatThrownBy(() -> Ledger.open(file, "09-sample", "abd", 7, null))
        .isInstanceOf(BadLedger.class)
        .hasMessageContaining("other checks");
    assertThatThrownBy(() -> Ledger.open(file, "08-other", "abc", 7, null))
        .isInstanceOf(BadLedger.class)
        .hasMessageContaining("09-sample");
    assertThatThrownBy(() -> open(8L)).isInstanceOf(BadLedger.class).hasMessageContaining("seed 7");

    assertThat(Files.readString(file)).isEqualTo(before);
    open(7L).close();
  }

  @Test
  void a_file_that_is_no_ledger_is_refused_and_not_touched() throws IOException {
    for (String text : List.of("my notes", "my notes\nof today\n", "{}\n")) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> open(null))
          .isInstanceOf(BadLedger.class)
          .hasMessageContaining("line 1");

      assertThat(file).hasContent(text);
    }
  }

  @Test
  void a_broken_line_in_the_middle_is_named() throws IOException {
    append("{\"date\":\n".getBytes(UTF_8));
    append("{}\n".getBytes(UTF_8));

    assertThatThrownBy(() -> open(null)).hasMessageContaining("line 4");
  }

  @Test
  void two_soaks_do_not_share_a_ledger() throws IOException {
    try (var first = open(null)) {
      assertThatThrownBy(() -> open(null)).hasMessageContaining("in use");
      first.add(GOOD);
    }
    open(null).close();
  }

  @Test
  void a_place_that_is_not_there_is_told() {
    file = folder.resolve("nowhere/soak.jsonl");

    assertThatThrownBy(() -> open(null)).hasMessageContaining("its folder is not there");
  }

  private Ledger open(@Nullable Long wanted) {
    return Ledger.open(file, "09-sample", "abc", 7, wanted);
  }

  private void append(byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.APPEND);
  }
}
