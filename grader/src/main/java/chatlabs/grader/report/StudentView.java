package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.Arrays;
import java.util.List;

/** What a student's page shows. */
record StudentView(
    RunView run,
    String name,
    String kind,
    String status,
    String meaning,
    String reason,
    String score,
    int percent,
    boolean scored,
    List<Count> counts,
    List<String> notes,
    List<CheckView> next,
    List<Section> sections) {

  boolean hasNotes() {
    return !notes.isEmpty();
  }

  boolean hasChecks() {
    return !counts.isEmpty();
  }

  /** How many checks got one verdict, and what this verdict means. */
  record Count(String kind, String mark, String verdict, int number, String meaning) {}

  /** The checks of one requirement. */
  record Section(String requirement, String points, List<CheckView> checks) {}

  static StudentView of(RunVerdict run, SubmissionVerdict submission) {
    return new StudentView(
        RunView.of(run),
        submission.name(),
        submission.status().label(),
        Words.of(submission.status()),
        Words.meaning(submission.status()),
        submission.status() == Status.GRADED ? "" : submission.reason().stripTrailing(),
        Words.score(submission),
        Words.percent(submission.score(), submission.max()),
        submission.max() > 0,
        counts(submission),
        submission.notes(),
        NextStep.of(submission).stream().map(CheckView::of).toList(),
        Requirements.group(submission.checks()).entrySet().stream()
            .map(entry -> section(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static List<Count> counts(SubmissionVerdict submission) {
    Tally tally = Tally.of(submission.checks());
    return Arrays.stream(Verdict.values())
        .filter(verdict -> tally.of(verdict) > 0)
        .map(
            verdict ->
                new Count(
                    verdict.label(),
                    CheckView.mark(verdict),
                    Words.of(verdict),
                    tally.of(verdict),
                    Words.meaning(verdict)))
        .toList();
  }

  private static Section section(String requirement, List<CheckVerdict> checks) {
    List<CheckVerdict> counting =
        checks.stream().filter(check -> check.verdict() != Verdict.NOT_JUDGED).toList();
    int earned = counting.stream().mapToInt(CheckVerdict::earned).sum();
    int points = counting.stream().mapToInt(CheckVerdict::points).sum();
    String score = counting.isEmpty() ? "does not count" : earned + " of " + Words.points(points);
    return new Section(requirement, score, checks.stream().map(CheckView::of).toList());
  }
}
