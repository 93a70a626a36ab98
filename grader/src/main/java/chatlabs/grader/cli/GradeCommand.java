package chatlabs.grader.cli;

import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.report.ConsoleTable;
import chatlabs.grader.report.Reports;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a folder of hand-ins. */
@Command(
    name = "grade",
    description = "Grades one hand-in or a folder of them, and writes a report.",
    footer = {
      "",
      "Hand-ins are folders or archives (zip, tar.gz), or files as Moodle and Canvas export them.",
      "DIR gets report.html, students/NAME.html, results.json, grades.csv and junit.xml.",
      "Exit status: 0 everything was judged, 1 something could not be judged, 2 wrong use."
    },
    mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
  @Mixin private Judging judging = new Judging();

  @Parameters(index = "1", paramLabel = "SUBMISSIONS", description = "Where the hand-ins are.")
  private Path submissions = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the report goes; made when it is not there.")
  private Path out = Path.of("");

  @Option(
      names = "--run",
      paramLabel = "CMD",
      description = {
        "For hand-ins in any language: a command that is run in each hand-in's folder;",
        "{port} is where its port goes, as in --run 'python3 server.py {port}'.",
        "Behind the walls of --sandbox strict there are only programs below /usr."
      })
  private @Nullable String run;

  @Mixin private RunOptions options = new RunOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Lab lab = judging.lab();
    var suite = judging.suite(lab);
    var command = run == null ? List.<String>of() : SubjectOptions.words(run);
    if (!command.isEmpty()) {
      SubjectOptions.refuseAsServer("--run", suite);
    }
    options.refuseImpossible(command);
    prepare(out);
    var journal = new Journal(out, lab, suite, options.resume(), judging.seed());
    try (var work = new Workspace()) {
      var grading = new GradeRun(lab, suite, journal, options, command, work.folder());
      var verdict =
          command.isEmpty()
              ? grading.ofJava(submissions, this::note)
              : grading.ofCommand(submissions, this::note);
      Reports.write(verdict, out);
      journal.finish();
      print(ConsoleTable.render(verdict, out));
      return judgedAll(verdict) ? Exit.OK : Exit.SOMETHING_WRONG;
    }
  }

  private static void prepare(Path out) {
    try {
      Reports.prepare(out);
    } catch (IOException unwritable) {
      throw new WrongUse("--out: " + unwritable.getMessage());
    }
  }

  private static boolean judgedAll(RunVerdict verdict) {
    return verdict.submissions().stream().noneMatch(each -> each.status() == Status.NOT_JUDGED);
  }

  private void note(String note) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Note: " + note);
    err.flush();
  }

  private void print(String text) {
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.print(text);
    stdout.flush();
  }
}
