package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.check.Trial;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import org.junit.jupiter.api.Test;

class VerdictsTest {
  private static final Evidence SEEN = new Evidence("silence", "a", "b", "c", "d", "e");

  private final CheckInfo check = check();

  @Test
  void what_is_known_of_a_check_is_what_its_annotation_says() {
    assertThat(check)
        .isEqualTo(
            new CheckInfo(
                "JudgedChecks#fails_at_first",
                "fails at first",
                "J-1",
                3,
                "Look at it.",
                2,
                Visibility.HIDDEN));
  }

  @Test
  void a_check_is_meant_by_its_id_or_its_method_alone() {
    assertThat(check.isMeantBy("JudgedChecks#fails_at_first")).isTrue();
    assertThat(check.isMeantBy("fails_at_first")).isTrue();
    assertThat(check.isMeantBy("at_first")).isFalse();
    assertThat(check.isMeantBy("JudgedChecks")).isFalse();
    assertThat(check.isMeantBy("")).isFalse();
  }

  @Test
  void a_check_that_passed_earns_all_and_needs_no_hint() {
    var verdict = Verdicts.of(check, new Finding.Passed());

    assertThat(verdict.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(verdict.earned()).isEqualTo(3);
    assertThat(verdict.message()).isEmpty();
    assertThat(verdict.hint()).isEmpty();
  }

  @Test
  void a_failure_keeps_its_evidence_and_earns_nothing() {
    var verdict = Verdicts.of(check, new Finding.Failed("wrong", SEEN, false));

    assertThat(verdict.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(verdict.earned()).isZero();
    assertThat(verdict.message()).isEqualTo("wrong");
    assertThat(verdict.hint()).isEqualTo("Look at it.");
    assertThat(verdict.evidence()).isEqualTo(SEEN);
    assertThat(verdict.visibility()).isEqualTo(Visibility.HIDDEN);
  }

  @Test
  void a_todo_and_the_graders_trouble_have_verdicts_of_their_own() {
    var todo = Verdicts.of(check, new Finding.Unwritten("TODO 2: greet"));
    var trouble = Verdicts.of(check, new Finding.Unjudged("out of reach"));

    assertThat(todo.verdict()).isEqualTo(Verdict.NOT_STARTED);
    assertThat(todo.message()).isEqualTo("TODO 2: greet");
    assertThat(trouble.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(trouble.message()).isEqualTo("out of reach");
  }

  private static CheckInfo check() {
    try {
      var method = JudgedChecks.class.getDeclaredMethod("fails_at_first", Trial.class);
      return CheckInfo.of(method, Visibility.HIDDEN);
    } catch (NoSuchMethodException renamed) {
      throw new IllegalStateException(renamed);
    }
  }
}
