package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {

  private static final Path DIR = Path.of("report");

  @Test
  void a_line_has_name_score_status_and_what_was_missed() {
    String table = render(SampleRun.graded("Chiara Rossi", 3), SampleRun.graded("Ana", 0));
    assertThat(table)
        .contains("Chiara Rossi  50/60  graded  ECHO-2,4,8 LINE-4\n")
        .contains("Ana           60/60  graded\n");
  }

  @Test
  void a_hand_in_that_was_not_graded_says_why() {
    assertThat(render(SampleRun.refused("Carl", Status.COMPILE_ERROR, SampleRun.COMPILER)))
        .contains("Carl      0/60  compile-error  EchoServer.java:31: error: ';' expected\n");
  }

  @Test
  void where_nothing_could_be_earned_there_is_no_score() {
    assertThat(render(SampleRun.refused("Z", Status.NOT_JUDGED, "too big")))
        .contains("Z            -  not-judged  too big\n");
  }

  @Test
  void what_is_cut_is_marked_and_the_mark_is_explained() {
    String table = render(SampleRun.notStarted("x".repeat(60)));
    assertThat(table).contains("x".repeat(31) + "...  ").contains("mark a text that was cut");
    assertThat(render(SampleRun.notStarted("short"))).doesNotContain("...");
  }

  @Test
  void wide_characters_keep_the_columns_straight() {
    String table =
        render(SampleRun.graded("\u738B\u5C0F\u660E", 0), SampleRun.graded("abcdefg", 0));
    assertThat(table).contains("\u738B\u5C0F\u660E   60/60").contains("abcdefg  60/60");
  }

  @Test
  void no_line_is_wider_than_a_hundred_columns() {
    assertThat(ConsoleTable.render(SampleRun.ofAClass(), DIR).lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void the_end_sums_up_and_says_where_the_report_is() {
    assertThat(ConsoleTable.render(SampleRun.ofAClass(), DIR))
        .contains("40 hand-ins: 33 graded, 2 compile error")
        .contains("Seed 4711. Sandbox basic")
        .endsWith("Report: " + DIR.resolve("report.html") + "\n");
  }

  @Test
  void a_name_cannot_send_escapes_to_the_terminal() {
    assertThat(render(SampleRun.notStarted("evil\u001b[2J"))).doesNotContain("\u001b");
  }

  private static String render(SubmissionVerdict... submissions) {
    return ConsoleTable.render(SampleRun.run(List.of(submissions)), DIR);
  }
}
