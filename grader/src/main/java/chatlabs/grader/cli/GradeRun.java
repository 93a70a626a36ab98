package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.report.Progress;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.worker.Hiring;
import chatlabs.grader.worker.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One run of the grader over many hand-ins: what was done already is taken from the journal. */
final class GradeRun {
  private static final String TASK = "grading";

  private final Lab lab;
  private final CheckSuite suite;
  private final Journal journal;
  private final RunOptions options;
  private final List<String> command;
  private final Path work;
  private final Instant started = Instant.now();

  /** A run; the command is what hand-ins are run with, empty for those in Java. */
  GradeRun(
      Lab lab,
      CheckSuite suite,
      Journal journal,
      RunOptions options,
      List<String> command,
      Path work) {
    this.lab = lab;
    this.suite = suite;
    this.journal = journal;
    this.options = options;
    this.command = command;
    this.work = work;
  }

  /** Grades hand-ins of Java sources, each in a JVM of its own. Blocks. */
  RunVerdict ofJava(Path submissions, Consumer<String> note)
      throws IOException, InterruptedException {
    var intake = Intake.open(submissions, lab, work.resolve("intake"));
    intake.notes().forEach(note);
    return run("child-jvm", options.shard(intake.submissions()));
  }

  /** Grades hand-ins that are folders in which the command is run. Blocks. */
  RunVerdict ofCommand(Path submissions, Consumer<String> note)
      throws IOException, InterruptedException {
    var programs =
        options.shard(Folders.in(submissions, note)).stream()
            .<Submission>map(each -> new Submission.Program(Folders.name(each), each.toString()))
            .toList();
    return run("command", programs);
  }

  private RunVerdict run(String subject, List<Submission> handIns)
      throws IOException, InterruptedException {
    var runtime = Kit.runtime(options.tier(command));
    var hiring = new Hiring(Kit.home(), lab, suite, runtime, command, work);
    var verdicts = run(handIns, hiring);
    // a command runs as the grader's user where there are no walls
    String sandbox =
        command.isEmpty() ? runtime.description() : options.tier(command).description();
    return new RunVerdict(
        lab.id(),
        journal.seed(),
        sandbox + options.whyNotBetter(command),
        subject,
        started,
        verdicts);
  }

  private List<SubmissionVerdict> run(List<Submission> handIns, Hiring hiring)
      throws InterruptedException {
    var verdicts = new ArrayList<SubmissionVerdict>();
    var todo = new ArrayList<Task>();
    for (var handIn : handIns) {
      journal
          .earlier(handIn.name(), handIn.source())
          .ifPresentOrElse(verdicts::add, () -> todo.add(new Task(handIn, journal.seed())));
    }
    try (var progress = Progress.onError(TASK, todo.size())) {
      verdicts.addAll(
          Crew.run(
              todo,
              options.jobs(),
              hiring::hire,
              verdict -> {
                journal.keep(verdict);
                progress.done(verdict.name());
              }));
    }
    verdicts.sort(Comparator.comparing(SubmissionVerdict::name));
    return verdicts;
  }
}
