package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckReportTest {

  private static final CheckVerdict PASSED = SampleRun.check(0, Verdict.PASSED, "", Evidence.NONE);
  private static final CheckVerdict FAILED =
      SampleRun.check(10, Verdict.FAILED, "the reply was cut", SampleRun.CUT_LINE);
  private static final CheckVerdict TODO =
      SampleRun.check(2, Verdict.NOT_STARTED, "TODO 3: read the next line", Evidence.NONE);

  @Test
  void each_check_is_a_line() {
    assertThat(render(PASSED, FAILED))
        .contains("  passed       EchoServerTest  acknowledges each line  (ECHO-1, 4 points)\n")
        .contains("  failed       LineTest        joins pieces of a line  (LINE-1, 6 points)\n");
  }

  @Test
  void a_failure_shows_what_was_required_expected_and_seen() {
    assertThat(render(FAILED))
        .containsSubsequence(
            "FAILED  LineTest#joins_pieces_of_a_line\n",
            "  Required  LINE-1: joins pieces of a line\n",
            "  Expected  ACK 1 hello",
            "  Seen      ACK 1 hel",
            "            ACK 2 lo",
            "  This is   cut line. The program took one read",
            "  On the wire:\n",
            ">>>>>>>>",
            "  Your program printed:\n      LISTENING 40213\n",
            "  Hint      What does read() return");
  }

  @Test
  void the_message_stands_there_when_nothing_else_tells_what_is_wrong() {
    assertThat(render(FAILED)).doesNotContain("the reply was cut");
    assertThat(render(SampleRun.check(0, Verdict.FAILED, "time used up", Evidence.NONE)))
        .contains("  Problem   time used up\n");
  }

  @Test
  void the_scoreboard_counts_and_names_the_first_failure_as_next() {
    assertThat(render(PASSED, TODO, FAILED))
        .contains("Score 4 of 14   passed 1  failed 1  not started 1\n")
        .contains(
            "Next: LINE-1, joins pieces of a line\n", "      LineTest#joins_pieces_of_a_line\n");
  }

  @Test
  void without_a_failure_the_first_todo_is_next() {
    assertThat(render(PASSED, TODO))
        .contains("Next: ECHO-2, answers before the next line is sent")
        .contains("      TODO 3: read the next line\n");
  }

  @Test
  void when_all_passed_it_says_so() {
    assertThat(render(PASSED))
        .contains("Score 4 of 4   passed 1  failed 0  not started 0\n")
        .endsWith("Next: nothing is left to do here. All checks passed.\n");
  }

  @Test
  void a_compile_error_comes_first_and_in_full() {
    var broken = SampleRun.refused("Carl", Status.COMPILE_ERROR, SampleRun.COMPILER);
    assertThat(CheckReport.render(broken, false))
        .startsWith("The compiler refused the program")
        .contains("EchoServer.java:44: error: incompatible types")
        .contains("Next: repair the first error");
  }

  @Test
  void rare_verdicts_are_counted_where_there_are_any() {
    var unstable = SampleRun.check(6, Verdict.UNSTABLE, "passed 1 of 3 tries", SampleRun.SILENCE);
    var beyond = SampleRun.check(7, Verdict.NOT_JUDGED, "needs a Java class", Evidence.NONE);
    assertThat(render(unstable, beyond))
        .contains(
            "unstable 1  not judged 1\n", "UNSTABLE  EchoServerTest#", "needs a Java class\n");
  }

  @Test
  void there_are_colours_only_on_request() {
    assertThat(render(PASSED, FAILED)).doesNotContain("\u001b");
    var submission = SampleRun.judged("me", Status.GRADED, "", List.of(), 1, List.of(FAILED));
    assertThat(CheckReport.render(submission, true)).contains("\u001b[1;31m", "\u001b[0m");
  }

  @Test
  void what_a_program_printed_cannot_steer_the_terminal() {
    var loud = new Evidence("silence", "", "", "", "", "\u001b]0;title\u0007\u202Etxt");
    assertThat(render(SampleRun.check(0, Verdict.FAILED, "m\u001b[2J", loud)))
        .doesNotContain("\u001b", "\u0007", "\u202E")
        .contains("\\x1b]0;title\\x07\\u202etxt");
  }

  private static String render(CheckVerdict... checks) {
    return CheckReport.render(
        SampleRun.judged("me", Status.GRADED, "", List.of(), 1, List.of(checks)), false);
  }
}
