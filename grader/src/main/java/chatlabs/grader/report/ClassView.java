package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What the page of the whole class shows. */
record ClassView(
    RunView run,
    String handIns,
    String statuses,
    String median,
    String mean,
    String full,
    Histogram histogram,
    List<Missed> missed,
    List<ClassSums.OutcomeCount> outcomes,
    List<Row> help,
    List<Row> rows) {

  int helpCount() {
    return help.size();
  }

  boolean anyMissed() {
    return !missed.isEmpty();
  }

  boolean anyOutcome() {
    return !outcomes.isEmpty();
  }

  /** One requirement; widths are per cent of the widest bar. */
  record Missed(String requirement, int failed, int notStarted, int failedWide, int todoWide) {}

  /** One hand-in. */
  record Row(
      String name,
      String link,
      String score,
      int percent,
      boolean scored,
      String kind,
      String status,
      int passed,
      int failed,
      int notStarted,
      int unstable,
      int notJudged,
      List<String> missedIds,
      String why,
      String seconds,
      List<String> notes) {}

  /** Below this share of the points somebody should look after the student. */
  private static final int LOW_PERCENT = 50;

  static ClassView of(RunVerdict run, PageNames names) {
    ClassSums sums = ClassSums.of(run);
    List<Row> rows = rows(run, names);
    return new ClassView(
        RunView.of(run),
        Words.count(run.submissions().size(), "hand-in"),
        sums.statuses(),
        percent(sums.median()),
        percent(mean(sums.percents())),
        String.valueOf(sums.percents().stream().filter(percent -> percent == 100).count()),
        Histogram.of(sums.percents()),
        missed(run),
        ClassSums.outcomes(run),
        rows.stream().filter(row -> !row.why().isEmpty()).sorted(URGENT).toList(),
        rows);
  }

  /** What could not be graded comes first, then what a person must look at, then low scores. */
  private static final Comparator<Row> URGENT =
      Comparator.comparing((Row row) -> row.kind().equals(Status.GRADED.label()))
          .thenComparing(row -> row.unstable() + row.notJudged() == 0)
          .thenComparingInt(Row::percent);

  private static OptionalInt mean(List<Integer> percents) {
    double mean = percents.stream().mapToInt(Integer::intValue).average().orElse(-1);
    return mean < 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round(mean));
  }

  private static String percent(OptionalInt percent) {
    return percent.isPresent() ? percent.getAsInt() + " %" : "\u2013";
  }

  private static List<Missed> missed(RunVerdict run) {
    List<ClassSums.Missed> missed = ClassSums.missed(run);
    int most = missed.stream().mapToInt(m -> m.failed() + m.notStarted()).max().orElse(1);
    return missed.stream()
        .map(
            m ->
                new Missed(
                    m.requirement(),
                    m.failed(),
                    m.notStarted(),
                    Words.percent(m.failed(), most),
                    Words.percent(m.notStarted(), most)))
        .toList();
  }

  private static List<Row> rows(RunVerdict run, PageNames names) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < run.submissions().size(); i++) {
      rows.add(row(run.submissions().get(i), names.link(i)));
    }
    return rows;
  }

  private static Row row(SubmissionVerdict submission, String link) {
    Tally tally = Tally.of(submission.checks());
    return new Row(
        submission.name(),
        link,
        Words.score(submission),
        Words.percent(submission.score(), submission.max()),
        submission.max() > 0,
        submission.status().label(),
        Words.of(submission.status()),
        tally.of(Verdict.PASSED),
        tally.of(Verdict.FAILED),
        tally.of(Verdict.NOT_STARTED),
        tally.of(Verdict.UNSTABLE),
        tally.of(Verdict.NOT_JUDGED),
        List.of(Requirements.compact(Requirements.missed(submission)).split(" ")),
        why(submission, tally),
        "%d.%d s".formatted(submission.millis() / 1000, submission.millis() / 100 % 10),
        submission.notes());
  }

  /** Why somebody should look at this hand-in; empty when nobody needs to. */
  private static String why(SubmissionVerdict submission, Tally tally) {
    if (submission.status() != Status.GRADED) {
      String reason = Words.firstLine(submission.reason());
      return reason.isEmpty() ? Words.meaning(submission.status()) : reason;
    }
    if (tally.of(Verdict.UNSTABLE) > 0) {
      return Words.count(tally.of(Verdict.UNSTABLE), "check")
          + " unstable: the tries disagree, look at it yourself";
    }
    if (Words.percent(submission.score(), submission.max()) < LOW_PERCENT) {
      return "less than half of the points";
    }
    return "";
  }
}
