package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run for the terminal: a line for each hand-in, then the sums and where the report is. */
public final class ConsoleTable {

  private static final int WIDTH = 100;
  private static final int NAME = 34;

  private final StringBuilder out = new StringBuilder();
  private boolean cut;

  private ConsoleTable() {}

  /** One hand-in as cells of text. */
  private record Row(String name, String score, String status, String detail) {}

  /**
   * The table as lines of text that end with LF, ASCII but for names and messages.
   *
   * @param dir the folder that the reports were written to, named as the user did
   */
  public static String render(RunVerdict run, Path dir) {
    var table = new ConsoleTable();
    table.rows(run);
    table.sums(run, dir);
    return table.out.toString();
  }

  private void rows(RunVerdict run) {
    var rows = new ArrayList<Row>();
    rows.add(new Row("hand-in", "score", "status", "requirements missed, or why not graded"));
    run.submissions().forEach(submission -> rows.add(row(submission)));
    int name = Math.min(NAME, width(rows.stream().map(Row::name).toList()));
    int score = width(rows.stream().map(Row::score).toList());
    int status = width(rows.stream().map(Row::status).toList());
    for (Row row : rows) {
      String shownName = shorten(row.name(), name);
      String detail = shorten(row.detail(), WIDTH - name - score - status - 6);
      line(
          TextWidth.pad(shownName, name)
              + "  "
              + " ".repeat(score - TextWidth.of(row.score()))
              + row.score()
              + "  "
              + TextWidth.pad(row.status(), status)
              + "  "
              + detail);
    }
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  private static Row row(SubmissionVerdict submission) {
    String score = submission.max() == 0 ? "-" : submission.score() + "/" + submission.max();
    return new Row(
        Printable.of(submission.name()),
        score,
        submission.status().label(),
        Printable.of(detail(submission)));
  }

  private static String detail(SubmissionVerdict submission) {
    if (submission.status() != Status.GRADED) {
      return Words.firstLine(submission.reason());
    }
    Tally tally = Tally.of(submission.checks());
    var parts = new ArrayList<String>();
    List<String> missed = Requirements.missed(submission);
    if (!missed.isEmpty()) {
      parts.add(Requirements.compact(missed));
    }
    for (Verdict verdict : List.of(Verdict.NOT_STARTED, Verdict.UNSTABLE, Verdict.NOT_JUDGED)) {
      if (tally.of(verdict) > 0) {
        parts.add(tally.of(verdict) + " " + Words.of(verdict));
      }
    }
    return String.join("; ", parts);
  }

  private void sums(RunVerdict run, Path dir) {
    line("");
    line(Words.count(run.submissions().size(), "hand-in") + ": " + ClassSums.of(run).statuses());
    line("Seed " + run.seed() + ". Sandbox " + Printable.of(run.sandbox()));
    if (cut) {
      line("Three dots (...) mark a text that was cut; all of it is in the report.");
    }
    line("Report: " + dir.resolve("report.html"));
  }

  private String shorten(String text, int cells) {
    String shown = TextWidth.cut(text, cells);
    cut |= !shown.equals(text);
    return shown;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
