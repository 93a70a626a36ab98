package chatlabs.grader.cli;

import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.report.CheckReport;
import chatlabs.grader.report.Reports;
import chatlabs.grader.report.Results;
import chatlabs.grader.report.Terminal;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.worker.Hiring;
import chatlabs.grader.worker.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges one hand-in of an earlier run again, with that run's seed. */
@Command(
    name = "replay",
    description = {
      "Judges one hand-in of an earlier run again, with the same names, texts and order,",
      "and shows everything. Without --check: the checks that it did not pass."
    },
    footer = {"", "Exit status: 0 the verdicts are the same, 1 one differs, 2 wrong use."},
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "REPORT",
      description = "The folder of the report, or its results.json.")
  private Path report = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "SUBMISSIONS",
      description = "Where the hand-ins are, as 'grade' was told.")
  private Path submissions = Path.of("");

  @Parameters(
      index = "2",
      paramLabel = "NAME",
      description = "The hand-in, as the report names it.")
  private String name = "";

  @Option(
      names = "--check",
      paramLabel = "ID",
      description = "Only this check (class#method, or the method alone); may be repeated.")
  private List<String> only = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var run = earlier();
    var before = before(run);
    var now = again(run, before);
    print(CheckReport.render(now, Terminal.outputHasColour()));
    return compare(before, now) ? Exit.OK : Exit.SOMETHING_WRONG;
  }

  private RunVerdict earlier() {
    try {
      return Results.read(Files.isDirectory(report) ? report.resolve(Reports.RESULTS) : report);
    } catch (IOException unreadable) {
      throw new WrongUse(
          unreadable.getMessage() + "; name the folder that 'chatlab grade' has written");
    }
  }

  private SubmissionVerdict before(RunVerdict run) {
    if (!run.subject().equals("child-jvm")) {
      throw new WrongUse(
          "that run was of a "
              + run.subject()
              + ": repeat it with 'chatlab check "
              + run.lab()
              + " --run … --seed "
              + run.seed()
              + "'");
    }
    return run.submissions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUse(
                    "there is no hand-in '"
                        + name
                        + "' in that run; there are\n  "
                        + String.join(
                            "\n  ",
                            run.submissions().stream().map(SubmissionVerdict::name).toList())));
  }

  private SubmissionVerdict again(RunVerdict run, SubmissionVerdict before)
      throws IOException, InterruptedException {
    Lab lab = Kit.lab(run.lab());
    var suite = Kit.suite(lab, only.isEmpty() ? notPassed(before) : only);
    var runtime = Kit.runtime(Tier.best());
    try (var work = new Workspace();
        var worker = new Hiring(Kit.home(), lab, suite, runtime, work.folder()).hire()) {
      return worker.work(new Task(handIn(lab, work.folder().resolve("intake")), run.seed()));
    }
  }

  private Submission handIn(Lab lab, Path work) {
    return Intake.open(submissions, lab, work).submissions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongUse("there is no hand-in '" + name + "' in " + submissions + " any more"));
  }

  private static List<String> notPassed(SubmissionVerdict before) {
    return before.checks().stream()
        .filter(check -> check.verdict() != Verdict.PASSED)
        .map(CheckVerdict::id)
        .toList();
  }

  private boolean compare(SubmissionVerdict before, SubmissionVerdict now) {
    PrintWriter out = spec.commandLine().getOut();
    boolean same = before.status() == now.status() || !only.isEmpty() || !now.checks().isEmpty();
    for (var check : now.checks()) {
      for (var earlier : before.checks()) {
        if (earlier.id().equals(check.id()) && earlier.verdict() != check.verdict()) {
          same = false;
          out.println(
              "Differs: "
                  + check.id()
                  + " was "
                  + earlier.verdict().label()
                  + ", and is "
                  + check.verdict().label()
                  + " now");
        }
      }
    }
    out.println(
        same ? "The verdicts are those of the run." : "The verdicts differ from the run's.");
    out.flush();
    return same;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
  }
}
