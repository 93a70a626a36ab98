package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a student should go on. */
final class NextStep {

  private NextStep() {}

  /** The first check that failed, or else the first one that is unstable, or not started. */
  static Optional<CheckVerdict> of(SubmissionVerdict submission) {
    return Stream.of(Verdict.FAILED, Verdict.UNSTABLE, Verdict.NOT_STARTED)
        .flatMap(verdict -> first(submission, verdict).stream())
        .findFirst();
  }

  private static Optional<CheckVerdict> first(SubmissionVerdict submission, Verdict verdict) {
    return submission.checks().stream().filter(check -> check.verdict() == verdict).findFirst();
  }
}
