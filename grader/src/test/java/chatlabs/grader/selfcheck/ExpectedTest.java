package chatlabs.grader.selfcheck;

import static chatlabs.grader.selfcheck.Graded.check;
import static chatlabs.grader.selfcheck.Graded.variant;
import static chatlabs.grader.selfcheck.Graded.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variant.Kind;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {
  @ParameterizedTest
  @CsvSource({"REFERENCE, PASSED", "UNUSUAL, PASSED", "STARTER, NOT_STARTED"})
  void every_check_of_a_variant_has_the_verdict_of_its_kind(Kind kind, Verdict expected) {
    var variant = variant("it", kind);

    assertThat(sentences(variant, verdict(check("A#a", expected)))).isEmpty();
    assertThat(sentences(variant, verdict(check("A#a", Verdict.FAILED))))
        .containsExactly("A#a should be " + expected.label() + " and is failed (wrong line)");
  }

  @Test
  void a_fault_fails_the_checks_that_it_names_and_no_others() {
    var fault = variant("it", Kind.FAULT, "A#a");
    var asKnown = verdict(check("A#a", Verdict.FAILED), check("A#b", Verdict.PASSED));
    var otherwise = verdict(check("A#a", Verdict.UNSTABLE), check("A#b", Verdict.FAILED));

    assertThat(sentences(fault, asKnown)).isEmpty();
    assertThat(sentences(fault, otherwise))
        .containsExactly(
            "A#a should be failed and is unstable",
            "A#b should be passed and is failed (wrong line)");
  }

  @Test
  void a_fault_that_names_no_check_is_told() {
    var fault = variant("it", Kind.FAULT, "A#gone");

    assertThat(sentences(fault, verdict(check("A#a", Verdict.PASSED))))
        .containsExactly("A#gone is no check: the fault names it");
  }

  @Test
  void a_quick_turn_of_a_fault_is_by_one_check_that_catches_it_and_misses_no_other() {
    var fault = variant("it", Kind.FAULT, "A#a", "A#b", "A#c");
    var drawn = new HashSet<String>();
    for (int seed = 0; seed < 100; seed++) {
      var turn = Turn.quick(fault, seed);
      assertThat(turn.checks()).hasSize(1);
      String check = turn.checks().getFirst();
      assertThat(Expected.deviations(turn, verdict(check(check, Verdict.FAILED)))).isEmpty();
      assertThat(Expected.deviations(turn, verdict(check(check, Verdict.PASSED)))).hasSize(1);
      drawn.add(check);
    }
    assertThat(drawn).containsExactlyInAnyOrder("A#a", "A#b", "A#c");
    assertThat(Turn.quick(variant("it", Kind.UNUSUAL), 1).checks()).isEmpty();
  }

  @Test
  void a_variant_that_did_not_run_deviates_with_the_reason() {
    var refused =
        new SubmissionVerdict(
            "it", "", Status.COMPILE_ERROR, 0, 5, "no semicolon", List.of(), 1, List.of());

    assertThat(sentences(variant("it", Kind.FAULT, "A#a"), refused))
        .containsExactly("compile-error: no semicolon");
  }

  private static List<String> sentences(Variant variant, SubmissionVerdict verdict) {
    return Expected.deviations(new Turn(variant, 1), verdict).stream()
        .map(Deviation::sentence)
        .toList();
  }
}
