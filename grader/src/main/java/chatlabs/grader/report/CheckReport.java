package chatlabs.grader.report;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.util.List;
import java.util.Locale;

/**
 * One hand-in for the terminal of its author: each check, each failure, the score, what is next.
 */
public final class CheckReport {

  private static final int VERDICT = 11;
  private static final int TITLE = 64;
  private static final String RULE = "-".repeat(78);

  private final SubmissionVerdict submission;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private CheckReport(SubmissionVerdict submission, Paint paint) {
    this.submission = submission;
    this.paint = paint;
  }

  /**
   * The report as lines of text that end with LF, ASCII but for what the program sent and printed.
   *
   * <p>Hidden checks are shown like all others: who can run them may see them.
   *
   * @param colour whether to colour it with ANSI escapes
   */
  public static String render(SubmissionVerdict submission, boolean colour) {
    var report = new CheckReport(submission, new Paint(colour));
    report.trouble();
    report.list();
    report.failures();
    report.scoreboard();
    report.next();
    return report.out.toString();
  }

  /** Why there is nothing to judge, or less than usual. */
  private void trouble() {
    if (submission.status() != Status.GRADED && submission.status() != Status.NOT_STARTED) {
      line(paint.bold(Words.meaning(submission.status())));
      Printable.of(submission.reason()).lines().forEach(reason -> line("    " + reason));
      line("");
    }
    for (String note : submission.notes()) {
      line("Note: " + Printable.of(note));
    }
  }

  private void list() {
    int classes = width(submission.checks().stream().map(Words::className).toList());
    int titles = width(submission.checks().stream().map(CheckVerdict::title).toList());
    for (CheckVerdict check : submission.checks()) {
      String title = TextWidth.cut(check.title(), TITLE);
      line(
          "  %s  %s  %s  %s"
              .formatted(
                  paint.verdict(check.verdict(), TextWidth.pad(word(check), VERDICT)),
                  TextWidth.pad(Words.className(check), classes),
                  TextWidth.pad(title, Math.min(titles, TITLE)),
                  paint.faint("(" + worth(check) + ")")));
      if (check.verdict() == Verdict.NOT_JUDGED && !check.message().isEmpty()) {
        line("  " + " ".repeat(VERDICT) + "  " + Printable.of(check.message()));
      }
    }
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  private static String word(CheckVerdict check) {
    return Words.of(check.verdict());
  }

  private static String worth(CheckVerdict check) {
    String worth = check.requirement() + ", " + Words.points(check.points());
    return check.visibility() == Visibility.HIDDEN ? worth + ", hidden" : worth;
  }

  private void failures() {
    for (CheckVerdict check : submission.checks()) {
      boolean shown =
          switch (check.verdict()) {
            case FAILED, UNSTABLE -> true;
            case PASSED, NOT_STARTED, NOT_JUDGED -> false;
          };
      if (shown) {
        failure(check);
      }
    }
  }

  private void failure(CheckVerdict check) {
    line("");
    line(paint.faint(RULE));
    line(
        paint.verdict(check.verdict(), word(check).toUpperCase(Locale.ROOT))
            + "  "
            + paint.bold(check.id()));
    EvidenceText.lines(check).forEach(text -> line("  " + text));
  }

  private void scoreboard() {
    if (!submission.checks().isEmpty()) {
      line("");
      line(paint.faint(RULE));
      line(
          paint.bold("Score " + Words.score(submission))
              + "   "
              + Tally.of(submission.checks()).inWords("  "));
    }
  }

  private void next() {
    NextStep.of(submission).ifPresentOrElse(this::next, this::nothingLeft);
  }

  private void next(CheckVerdict check) {
    String todo = check.verdict() == Verdict.NOT_STARTED ? Printable.of(check.message()) : "";
    line("Next: " + check.requirement() + ", " + check.title());
    EvidenceText.wrap(todo).forEach(text -> line("      " + text));
    EvidenceText.wrap(Printable.of(check.hint())).forEach(text -> line("      " + text));
    line("      " + paint.faint(check.id()));
  }

  private void nothingLeft() {
    boolean all = submission.checks().stream().allMatch(CheckReport::passed);
    if (submission.status() == Status.COMPILE_ERROR) {
      line("Next: repair the first error that the compiler names. The others often go with it.");
    } else if (all && !submission.checks().isEmpty()) {
      line("Next: nothing is left to do here. All checks passed.");
    }
  }

  private static boolean passed(CheckVerdict check) {
    return check.verdict() == Verdict.PASSED;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
