package chatlabs.grader.selfcheck;

import static chatlabs.grader.selfcheck.Graded.check;
import static chatlabs.grader.selfcheck.Graded.variant;
import static chatlabs.grader.selfcheck.Graded.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variant.Kind;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final List<CheckInfo> CHECKS = List.of(info("A#a"), info("A#b"), info("A#c"));

  private final Matrix matrix =
      new Matrix(
          CHECKS,
          List.of(
              outcome(variant("late", Kind.FAULT), 1, Verdict.FAILED, Verdict.FAILED),
              outcome(variant("early", Kind.FAULT), 1, Verdict.PASSED, Verdict.FAILED),
              outcome(variant("early", Kind.FAULT), 2, Verdict.PASSED, Verdict.FAILED)));

  @Test
  void a_row_has_the_faults_that_a_check_catches_and_says_where_it_is_alone() {
    assertThat(matrix.markdown())
        .isEqualTo(
            """
            | requirement | check | catches |
            |---|---|---|
            | R-1 | `A#a` | `late` |
            | R-1 | `A#b` | `early` (alone), `late` |
            | R-1 | `A#c` |  |
            """);
  }

  @Test
  void a_check_that_catches_nothing_is_idle() {
    assertThat(matrix.idle()).containsExactly("A#c");
  }

  @Test
  void what_fails_in_other_variants_or_is_unstable_catches_nothing() {
    var others =
        new Matrix(
            CHECKS,
            List.of(
                outcome(variant("odd", Kind.UNUSUAL), 1, Verdict.FAILED, Verdict.FAILED),
                outcome(variant("shaky", Kind.FAULT), 1, Verdict.UNSTABLE, Verdict.PASSED)));

    assertThat(others.idle()).containsExactly("A#a", "A#b", "A#c");
    assertThat(others.markdown()).doesNotContain("odd", "shaky");
  }

  @Test
  void faults_promise_a_matrix_before_anything_is_graded() {
    var promised =
        Matrix.promised(
            CHECKS,
            List.of(
                variant("late", Kind.FAULT, "A#a", "A#b"),
                variant("early", Kind.FAULT, "A#b"),
                variant("odd", Kind.UNUSUAL)));

    assertThat(promised.markdown()).isEqualTo(matrix.markdown());
  }

  private static Outcome outcome(Variant variant, long seed, Verdict a, Verdict b) {
    var verdict = verdict(check("A#a", a), check("A#b", b), check("A#c", Verdict.PASSED));
    return new Outcome(new Turn(variant, seed), verdict, List.of());
  }

  private static CheckInfo info(String id) {
    return new CheckInfo(id, id, "R-1", 1, "", 1, Visibility.PUBLIC);
  }
}
