package chatlabs.grader.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
  private static final String MARKED =
      """
      class A {
        // <solution-only>
        private int secret;
        // </solution-only>

        // <starter> // a word to the student
        int answer() {
          // <solution 3: give the "answer">
          return 42;
          // </solution>
        }
      }
      """;

  @Test
  void marked_regions_become_todos_and_the_rest_stays() {
    assertThat(Starter.generate(MARKED))
        .isEqualTo(
            """
            class A {

              // a word to the student
              int answer() {
                throw new UnsupportedOperationException("TODO 3: give the \\"answer\\"");
              }
            }
            """);
  }

  @Test
  void what_vanishes_leaves_no_second_blank_line() {
    var source = "a;\n\n// <solution-only>\nb;\n// </solution-only>\n\nc;\n";
    assertThat(Starter.generate(source)).isEqualTo("a;\n\nc;\n");
  }

  @Test
  void windows_line_ends_do_no_harm() {
    assertThat(Starter.generate(MARKED.replace("\n", "\r\n"))).isEqualTo(Starter.generate(MARKED));
  }

  @Test
  void a_todo_that_is_a_bit_too_long_goes_on_the_next_line() {
    var what = "read the next line, and answer it with ACK, its number and its text";
    assertThat(Starter.generate("    // <solution 3: " + what + ">\n    // </solution>\n"))
        .isEqualTo(
            "    throw new UnsupportedOperationException(\n        \"TODO 3: " + what + "\");\n");
  }

  @Test
  void a_very_long_todo_is_joined_from_pieces_within_100_columns() {
    var what = "say it again and again, ".repeat(12).strip();
    var starter = Starter.generate("    // <solution 3: " + what + ">\n    // </solution>\n");
    assertThat(starter.lines()).allMatch(line -> line.length() <= 100).hasSizeGreaterThan(3);
    assertThat(starter.lines().skip(2)).allMatch(line -> line.startsWith("            + \""));
    var joined = starter.replaceAll("\"\\s*\\+ \"", "");
    assertThat(joined).contains("\"TODO 3: " + what + "\");");
  }

  @Test
  void a_region_without_end_is_named_by_its_line() {
    assertWrong("a;\n// <solution 1: x>\nb;\n", "solution:2: this region has no // </solution>");
    assertWrong("// <solution-only>\n// </solution>\n", "solution:2: '// </solution>' inside of");
  }

  @Test
  void an_end_without_region_is_named() {
    assertWrong("a;\n// </solution>\n", "solution:2: '// </solution>' begins or ends nothing");
    assertWrong("// <solution 1 x>\n", "'// <solution 1 x>' begins or ends nothing");
  }

  @Test
  void nested_regions_are_refused() {
    assertWrong(
        "// <solution 1: x>\n// <solution 2: y>\n// </solution>\n// </solution>\n",
        "solution:2: '// <solution 2: y>' inside of the region that begins at solution:1");
  }

  @Test
  void a_number_is_used_once() {
    var region = "// <solution 1: x>\n// </solution>\n";
    assertWrong(region + region, "solution:3: TODO 1 is at solution:1 already");
  }

  @Test
  void a_number_is_used_once_in_the_whole_lab(@TempDir Path home) throws IOException {
    var kit = new Kit(home).lab("01-echo", Kit.PROPERTIES);
    kit.solution("src/main/java/A.java", MARKED).solution("src/main/java/b/B.java", MARKED);
    assertThatThrownBy(() -> Starter.generateAll(kit.echo()))
        .hasMessage("b/B.java:8: TODO 3 is at A.java:8 already");
  }

  @Test
  void drift_names_files_that_miss_differ_or_are_too_many(@TempDir Path home) throws IOException {
    var kit = new Kit(home).lab("01-echo", Kit.PROPERTIES);
    kit.solution("src/main/java/A.java", "a\n").solution("src/main/java/B.java", "b\n");
    kit.solution("src/main/java/D.java", "d\n").file("labs/01-echo/src/main/java/D.java", "d\r\n");
    kit.file("labs/01-echo/src/main/java/B.java", "x\n");
    kit.file("labs/01-echo/src/main/java/C.java", "c\n");
    assertThat(Starter.drift(kit.echo()))
        .containsExactly("A.java is missing", "B.java differs", "C.java is not in the solution");
  }

  @Test
  void rewriting_ends_the_drift_and_names_what_changed(@TempDir Path home) throws IOException {
    var kit = new Kit(home).lab("01-echo", Kit.PROPERTIES);
    kit.solution("src/main/java/p/A.java", MARKED);
    var file = home.resolve("labs/01-echo/src/main/java/p/A.java");
    assertThat(Starter.rewrite(kit.echo())).containsExactly(file);
    assertThat(Files.readString(file)).isEqualTo(Starter.generate(MARKED));
    assertThat(Starter.drift(kit.echo())).isEmpty();
    assertThat(Starter.rewrite(kit.echo())).isEmpty();
  }

  private static void assertWrong(String source, String message) {
    assertThatThrownBy(() -> Starter.generate(source))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining(message);
  }
}
