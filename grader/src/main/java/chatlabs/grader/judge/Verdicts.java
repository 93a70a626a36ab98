package chatlabs.grader.judge;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Verdict;

/** Makes the verdict on a check from what its runs found. */
public final class Verdicts {
  private Verdicts() {}

  /** The verdict that this finding means. */
  public static CheckVerdict of(CheckInfo check, Finding finding) {
    return switch (finding) {
      case Finding.Passed passed -> verdict(check, Verdict.PASSED, "", Evidence.NONE);
      case Finding.Failed failed ->
          verdict(check, Verdict.FAILED, failed.message(), failed.evidence());
      case Finding.Unwritten todo ->
          verdict(check, Verdict.NOT_STARTED, todo.todo(), Evidence.NONE);
      case Finding.Unjudged unjudged ->
          verdict(check, Verdict.NOT_JUDGED, unjudged.why(), Evidence.NONE);
    };
  }

  /** The verdict on a check that failed, and passed when it was repeated. */
  static CheckVerdict unstable(CheckInfo check, Finding.Failed failed) {
    return verdict(
        check,
        Verdict.UNSTABLE,
        "failed once and passed once: " + failed.message(),
        failed.evidence());
  }

  private static CheckVerdict verdict(
      CheckInfo check, Verdict verdict, String message, Evidence evidence) {
    boolean passed = verdict == Verdict.PASSED;
    return new CheckVerdict(
        check.id(),
        check.title(),
        check.requirement(),
        check.visibility(),
        verdict,
        check.points(),
        passed ? check.points() : 0,
        message,
        passed ? "" : check.hint(),
        evidence);
  }
}
