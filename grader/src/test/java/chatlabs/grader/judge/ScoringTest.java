package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import chatlabs.grader.wire.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final Evidence ENDED = new Evidence(Outcome.ENDED.words(), "", "", "", "", "");

  @Test
  void points_are_added_and_what_was_not_judged_leaves_the_maximum() {
    var verdict = judged(check(Verdict.PASSED), check(Verdict.FAILED), check(Verdict.NOT_JUDGED));

    assertThat(verdict.status()).isEqualTo(Status.GRADED);
    assertThat(verdict.score()).isEqualTo(5);
    assertThat(verdict.max()).isEqualTo(10);
  }

  @Test
  void an_unstable_check_earns_nothing_and_counts() {
    var verdict = judged(check(Verdict.PASSED), check(Verdict.UNSTABLE));

    assertThat(verdict.score()).isEqualTo(5);
    assertThat(verdict.max()).isEqualTo(10);
  }

  @Test
  void todos_alone_are_not_started() {
    assertThat(judged(check(Verdict.NOT_STARTED), check(Verdict.NOT_JUDGED)).status())
        .isEqualTo(Status.NOT_STARTED);
    assertThat(judged(check(Verdict.NOT_STARTED), check(Verdict.FAILED)).status())
        .isEqualTo(Status.GRADED);
  }

  @Test
  void nothing_judged_is_not_judged() {
    assertThat(judged(check(Verdict.NOT_JUDGED)).status()).isEqualTo(Status.NOT_JUDGED);
    assertThat(judged().reason()).isEqualTo("no check was run");
  }

  @Test
  void a_program_that_ended_and_never_passed_has_crashed() {
    assertThat(judged(check(Verdict.FAILED), check(Verdict.FAILED, ENDED)).status())
        .isEqualTo(Status.CRASHED);
    assertThat(judged(check(Verdict.PASSED), check(Verdict.FAILED, ENDED)).status())
        .isEqualTo(Status.GRADED);
  }

  private static SubmissionVerdict judged(CheckVerdict... checks) {
    return Scoring.judged("name", "source", List.of(), List.of(checks), 1);
  }

  private static CheckVerdict check(Verdict verdict) {
    return check(verdict, Evidence.NONE);
  }

  private static CheckVerdict check(Verdict verdict, Evidence evidence) {
    int earned = verdict == Verdict.PASSED ? 5 : 0;
    return new CheckVerdict(
        "A#b", "b", "R-1", Visibility.PUBLIC, verdict, 5, earned, "", "", evidence);
  }
}
