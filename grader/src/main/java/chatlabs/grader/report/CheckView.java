package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;

/**
 * One check on a student's page; parts that are empty are not shown.
 *
 * <p>Of a hidden check a student learns its title, requirement and verdict, the type of the outcome
 * and the hint: what to look for, but not the bytes that would let the check be rebuilt.
 */
record CheckView(
    String title,
    String id,
    String requirement,
    String kind,
    String verdict,
    String mark,
    String points,
    boolean hidden,
    boolean open,
    String message,
    String expected,
    String actual,
    String outcome,
    String explanation,
    String diagram,
    String drawing,
    String output,
    String hint) {

  static CheckView of(CheckVerdict check) {
    boolean hidden = check.visibility() == Visibility.HIDDEN;
    boolean passed = check.verdict() == Verdict.PASSED;
    Evidence seen = passed ? Evidence.NONE : check.evidence();
    Evidence shown = hidden ? Evidence.NONE : seen;
    return new CheckView(
        check.title(),
        check.id(),
        check.requirement(),
        check.verdict().label(),
        Words.of(check.verdict()),
        mark(check.verdict()),
        points(check),
        hidden,
        !passed,
        hidden || passed ? "" : EvidenceText.problem(check),
        shown.expected(),
        shown.actual(),
        seen.outcome(),
        shown.explanation(),
        shown.drawing().steps().isEmpty() ? shown.diagram().stripTrailing() : "",
        SequenceSvg.of(shown.drawing()),
        shown.output().stripTrailing(),
        passed ? "" : check.hint());
  }

  /** A sign beside the colour, for those who cannot tell the colours apart, and for print. */
  static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "\u2713";
      case FAILED -> "\u2717";
      case NOT_STARTED -> "\u25CB";
      case UNSTABLE -> "\u2248";
      case NOT_JUDGED -> "\u2013";
    };
  }

  private static String points(CheckVerdict check) {
    return check.verdict() == Verdict.NOT_JUDGED
        ? "does not count"
        : check.earned() + " of " + Words.points(check.points());
  }
}
