package chatlabs.grader.cli;

import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.judge.Scoring;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.report.CheckReport;
import chatlabs.grader.report.Terminal;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.worker.Hiring;
import chatlabs.grader.worker.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges one program and tells its author everything. */
@Command(
    name = "check",
    description = "Judges one program, and shows each failure with what was said on the wire.",
    footer = {"", "Exit status: 0 all passed, 1 a check did not pass, 2 wrong use."},
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private Judging judging = new Judging();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "HAND-IN",
      description = "A folder, an archive or a file. Without it: your work in the lab's folder.")
  private @Nullable Path handIn;

  @ArgGroup private Running running = new Running();

  @Spec private CommandSpec spec;

  /** What is judged instead of a hand-in. */
  private static final class Running {
    @Option(
        names = "--run",
        paramLabel = "CMD",
        description = "A server in any language; {port} is where its port goes.")
    private @Nullable String run;

    @Option(names = "--at", paramLabel = "HOST:PORT", description = "A server that runs already.")
    private @Nullable String at;
  }

  @Override
  public Integer call() throws Exception {
    Lab lab = judging.lab();
    CheckSuite suite = judging.suite(lab);
    Long given = judging.seed();
    var verdict = verdict(lab, suite, given == null ? Seeds.fresh() : given);
    var out = spec.commandLine().getOut();
    out.print(CheckReport.render(verdict, Terminal.outputHasColour()));
    out.flush();
    return allPassed(verdict) ? Exit.OK : Exit.SOMETHING_WRONG;
  }

  /** What is out of reach for this kind of subject is no failure. */
  private static boolean allPassed(SubmissionVerdict verdict) {
    return verdict.status() == Status.GRADED
        && verdict.checks().stream()
            .map(CheckVerdict::verdict)
            .allMatch(each -> each == Verdict.PASSED || each == Verdict.NOT_JUDGED);
  }

  private SubmissionVerdict verdict(Lab lab, CheckSuite suite, long seed) throws Exception {
    String run = running.run;
    String at = running.at;
    if (handIn != null && (run != null || at != null)) {
      throw new WrongUse("name a HAND-IN, or a server with --run or --at, not both");
    }
    var judge = new Judge(suite, seed, Patience.USUAL);
    if (run != null) {
      SubjectOptions.refuseAsServer("--run", suite);
      return judged(run, judge, SubjectOptions.command(run, Path.of(""), lab));
    }
    if (at != null) {
      SubjectOptions.refuseAsServer("--at", suite);
      return judged(at, judge, SubjectOptions.attach(at, lab));
    }
    return handIn(handIn == null ? lab.starterSources() : handIn, lab, suite, seed);
  }

  private static SubmissionVerdict judged(String name, Judge judge, Subject subject)
      throws InterruptedException {
    long start = System.nanoTime();
    try (subject) {
      var checks = judge.judge(subject);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      return Scoring.judged(name, name, List.of(), checks, millis);
    }
  }

  private static SubmissionVerdict handIn(Path path, Lab lab, CheckSuite suite, long seed)
      throws IOException, InterruptedException {
    try (var work = new Workspace()) {
      var intake = Intake.open(path, lab, work.folder().resolve("intake"));
      if (intake.submissions().size() != 1) {
        throw new WrongUse(
            path + " holds " + intake.submissions().size() + " hand-ins: use 'chatlab grade'");
      }
      var runtime = Kit.runtime(Tier.best());
      var hiring = new Hiring(Kit.home(), lab, suite, runtime, work.folder());
      try (var worker = hiring.hire()) {
        return worker.work(new Task(intake.submissions().get(0), seed));
      }
    }
  }
}
