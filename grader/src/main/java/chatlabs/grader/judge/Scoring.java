package chatlabs.grader.judge;

import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Outcome;
import java.util.List;
import java.util.function.Predicate;

/** Makes the verdict on a hand-in from what became of it. */
public final class Scoring {
  private Scoring() {}

  /**
   * The verdict on a hand-in whose checks were run.
   *
   * @param source where it was found, for people
   * @param notes what a person should know besides
   */
  public static SubmissionVerdict judged(
      String name, String source, List<String> notes, List<CheckVerdict> checks, long millis) {
    var status = status(checks);
    return new SubmissionVerdict(
        name,
        source,
        status,
        checks.stream().mapToInt(CheckVerdict::earned).sum(),
        checks.stream().filter(Scoring::counts).mapToInt(CheckVerdict::points).sum(),
        reason(status, checks),
        notes,
        millis,
        checks);
  }

  /** The verdict on a hand-in that could not be run; it earns nothing of {@code max}. */
  public static SubmissionVerdict notRun(
      Submission handIn, Status status, int max, String reason, long millis) {
    return new SubmissionVerdict(
        handIn.name(),
        handIn.source(),
        status,
        0,
        status == Status.NOT_JUDGED ? 0 : max,
        reason,
        handIn.notes(),
        millis,
        List.of());
  }

  private static boolean counts(CheckVerdict check) {
    return check.verdict() != Verdict.NOT_JUDGED;
  }

  private static Status status(List<CheckVerdict> checks) {
    if (checks.stream().noneMatch(Scoring::counts)) {
      return Status.NOT_JUDGED;
    }
    if (checks.stream().filter(Scoring::counts).allMatch(is(Verdict.NOT_STARTED))) {
      return Status.NOT_STARTED;
    }
    boolean nothingPassed = checks.stream().noneMatch(is(Verdict.PASSED));
    return nothingPassed && checks.stream().anyMatch(Scoring::ended)
        ? Status.CRASHED
        : Status.GRADED;
  }

  private static Predicate<CheckVerdict> is(Verdict verdict) {
    return check -> check.verdict() == verdict;
  }

  private static boolean ended(CheckVerdict check) {
    return check.evidence().outcome().equals(Outcome.ENDED.words());
  }

  private static String reason(Status status, List<CheckVerdict> checks) {
    return switch (status) {
      case CRASHED ->
          checks.stream().filter(Scoring::ended).findFirst().map(CheckVerdict::message).orElse("");
      case NOT_JUDGED -> checks.isEmpty() ? "no check was run" : checks.get(0).message();
      case NOT_STARTED -> "every check met a TODO: nothing has been written yet";
      case GRADED, COMPILE_ERROR, EMPTY -> "";
    };
  }
}
