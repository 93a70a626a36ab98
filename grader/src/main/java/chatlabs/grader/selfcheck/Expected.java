package chatlabs.grader.selfcheck;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the verdicts on a variant have to be, and where they are not. */
final class Expected {
  private Expected() {}

  /** A sentence for each check whose verdict is not as expected; empty when all is well. */
  static List<String> deviations(Variant variant, SubmissionVerdict verdict) {
    if (verdict.checks().isEmpty()) {
      return List.of(verdict.status().label() + ": " + verdict.reason());
    }
    var deviations = new ArrayList<String>();
    for (var check : verdict.checks()) {
      var expected = expected(variant, check.id());
      if (check.verdict() != expected) {
        deviations.add(sentence(check, expected));
      }
    }
    deviations.addAll(unknown(variant, verdict));
    return deviations;
  }

  private static Verdict expected(Variant variant, String check) {
    return switch (variant.kind()) {
      case REFERENCE, UNUSUAL -> Verdict.PASSED;
      case STARTER -> Verdict.NOT_STARTED;
      case FAULT -> variant.caughtBy().contains(check) ? Verdict.FAILED : Verdict.PASSED;
    };
  }

  private static List<String> unknown(Variant variant, SubmissionVerdict verdict) {
    var known = verdict.checks().stream().map(CheckVerdict::id).toList();
    return variant.caughtBy().stream()
        .filter(id -> !known.contains(id))
        .map(id -> "it names " + id + ", which is no check")
        .toList();
  }

  private static String sentence(CheckVerdict check, Verdict expected) {
    String message = check.message().isEmpty() ? "" : " (" + check.message() + ")";
    return check.id()
        + " should be "
        + expected.label()
        + " and is "
        + check.verdict().label()
        + message;
  }
}
