package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.judge.Scoring;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.report.Progress;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One run of the grader over many hand-ins: what was done already is taken from the journal. */
final class GradeRun {
  private static final String TASK = "grading";

  private final Lab lab;
  private final CheckSuite suite;
  private final Journal journal;
  private final RunOptions options;
  private final Path work;
  private final Instant started = Instant.now();

  GradeRun(Lab lab, CheckSuite suite, Journal journal, RunOptions options, Path work) {
    this.lab = lab;
    this.suite = suite;
    this.journal = journal;
    this.options = options;
    this.work = work;
  }

  /** Grades hand-ins of Java sources, each in a JVM of its own. Blocks. */
  RunVerdict ofJava(Path submissions, Consumer<String> note)
      throws IOException, InterruptedException {
    var intake = Intake.open(submissions, lab, work.resolve("intake"));
    intake.notes().forEach(note);
    var hiring = new Hiring(lab, suite, journal.seed(), options.tier(), work);
    var found = options.shard(intake.submissions());
    var verdicts = run(found, Submission::name, Submission::source, hiring::hire);
    return verdict("child-jvm", hiring.sandbox() + options.whyNotBetter(), verdicts);
  }

  /** Grades hand-ins that are folders in which a command is run. Blocks. */
  RunVerdict ofCommand(Path submissions, String command, Consumer<String> note)
      throws IOException, InterruptedException {
    var folders = options.shard(Folders.in(submissions, note));
    SubjectOptions.command(command, submissions, lab);
    var verdicts = run(folders, Folders::name, Path::toString, () -> commandWorker(command));
    return verdict("command", options.tierOfCommands().description(), verdicts);
  }

  private <T> List<SubmissionVerdict> run(
      List<T> handIns,
      Function<T, String> name,
      Function<T, String> source,
      Supplier<Crew.Worker<T, SubmissionVerdict>> hire)
      throws InterruptedException {
    var verdicts = new ArrayList<SubmissionVerdict>();
    var todo = new ArrayList<T>();
    for (var handIn : handIns) {
      journal
          .earlier(name.apply(handIn), source.apply(handIn))
          .ifPresentOrElse(verdicts::add, () -> todo.add(handIn));
    }
    try (var progress = Progress.onTerminal(TASK, todo.size())) {
      verdicts.addAll(
          Crew.run(
              todo,
              options.jobs(),
              hire,
              verdict -> {
                journal.keep(verdict);
                progress.done(verdict.name());
              }));
    }
    verdicts.sort(Comparator.comparing(SubmissionVerdict::name));
    return verdicts;
  }

  private RunVerdict verdict(String subject, String sandbox, List<SubmissionVerdict> verdicts) {
    return new RunVerdict(lab.id(), journal.seed(), sandbox, subject, started, verdicts);
  }

  private Crew.Worker<Path, SubmissionVerdict> commandWorker(String command) {
    var judge = new Judge(suite, journal.seed(), Patience.USUAL);
    return new Crew.Worker<>() {
      @Override
      public SubmissionVerdict work(Path folder) throws InterruptedException {
        long start = System.nanoTime();
        try (var subject = SubjectOptions.command(command, folder, lab)) {
          var checks = judge.judge(subject);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
          return Scoring.judged(Folders.name(folder), folder.toString(), List.of(), checks, millis);
        }
      }

      @Override
      public void close() {
        // it holds nothing
      }
    };
  }
}
