package chatlabs.grader.selfcheck;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variant.Kind;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.util.List;
import java.util.Map;

/** Variants and verdicts on them, made up. */
final class Graded {
  private Graded() {}

  static Variant variant(String name, Kind kind, String... caughtBy) {
    return new Variant(name, kind, name, "", List.of(caughtBy), Map.of());
  }

  static SubmissionVerdict verdict(CheckVerdict... checks) {
    return new SubmissionVerdict(
        "name", "", Status.GRADED, 0, 0, "", List.of(), 1, List.of(checks));
  }

  static CheckVerdict check(String id, Verdict verdict) {
    String message = verdict == Verdict.FAILED ? "wrong line" : "";
    return new CheckVerdict(
        id, id, "R-1", Visibility.PUBLIC, verdict, 1, 0, message, "", Evidence.NONE);
  }
}
