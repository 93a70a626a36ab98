package chatlabs.grader.report;

import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gradebook as CSV after RFC 4180: CRLF, quotes where they are needed, UTF-8 without a BOM.
 *
 * <p>A spreadsheet takes a cell that begins with {@code = + - @}, a tab or a CR for a formula, even
 * when it is quoted. Names and reasons come from students, so an apostrophe is put before such a
 * text: spreadsheets hide it, and a program that reads the file has to take it off.
 */
final class Grades {

  private static final List<String> HEADER =
      List.of(
          "submission",
          "lab",
          "score",
          "max",
          "status",
          "passed",
          "failed",
          "not-started",
          "unstable",
          "not-judged",
          "missed",
          "reason");

  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Grades() {}

  static String toCsv(RunVerdict run) {
    return Stream.concat(
            Stream.of(HEADER), run.submissions().stream().map(entry -> cells(run, entry)))
        .map(Grades::line)
        .collect(Collectors.joining());
  }

  private static List<String> cells(RunVerdict run, SubmissionVerdict submission) {
    Tally tally = Tally.of(submission.checks());
    return List.of(
        text(submission.name()),
        text(run.lab()),
        String.valueOf(submission.score()),
        String.valueOf(submission.max()),
        submission.status().label(),
        String.valueOf(tally.of(Verdict.PASSED)),
        String.valueOf(tally.of(Verdict.FAILED)),
        String.valueOf(tally.of(Verdict.NOT_STARTED)),
        String.valueOf(tally.of(Verdict.UNSTABLE)),
        String.valueOf(tally.of(Verdict.NOT_JUDGED)),
        text(String.join(" ", Requirements.missed(submission))),
        text(Words.firstLine(submission.reason())));
  }

  private static String text(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Grades::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String cell) {
    boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
