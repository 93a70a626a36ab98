package chatlabs.grader.selfcheck;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the verdicts on a variant have to be, and where they are not. */
final class Expected {
  private Expected() {}

  /** Each verdict of a turn that is not as expected; empty when all is well. */
  static List<Deviation> deviations(Turn turn, SubmissionVerdict verdict) {
    var variant = turn.variant();
    if (verdict.checks().isEmpty()) {
      return List.of(new Deviation("", "", verdict.status().label(), verdict.reason(), ""));
    }
    var deviations = new ArrayList<Deviation>();
    for (var check : verdict.checks()) {
      var expected = expected(variant, check.id());
      if (check.verdict() != expected) {
        deviations.add(deviation(check, expected));
      }
    }
    deviations.addAll(unknown(turn, verdict));
    return List.copyOf(deviations);
  }

  private static Verdict expected(Variant variant, String check) {
    return switch (variant.kind()) {
      case REFERENCE, UNUSUAL -> Verdict.PASSED;
      case STARTER -> Verdict.NOT_STARTED;
      case FAULT -> variant.caughtBy().contains(check) ? Verdict.FAILED : Verdict.PASSED;
    };
  }

  private static Deviation deviation(CheckVerdict check, Verdict expected) {
    return new Deviation(
        check.id(),
        expected.label(),
        check.verdict().label(),
        check.message(),
        check.evidence().diagram() + check.evidence().output());
  }

  private static List<Deviation> unknown(Turn turn, SubmissionVerdict verdict) {
    var known = verdict.checks().stream().map(CheckVerdict::id).toList();
    return turn.variant().caughtBy().stream()
        .filter(id -> turn.checks().isEmpty() || turn.checks().contains(id))
        .filter(id -> !known.contains(id))
        .map(id -> new Deviation(id, "", "no check", "the fault names it", ""))
        .toList();
  }
}
