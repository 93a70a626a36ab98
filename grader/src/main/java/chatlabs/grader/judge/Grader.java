package chatlabs.grader.judge;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes hand-ins all the way: build, launch, checks, verdict. One worker of a run; for one thread.
 */
public final class Grader implements AutoCloseable {
  private final CheckSuite suite;
  private final Judge judge;
  private final Launcher launcher;
  private final Path work;
  private final Compiler compiler = new Compiler();

  /** Starts what was compiled. */
  @FunctionalInterface
  public interface Launcher {
    /** A subject for the class files below this folder. */
    Subject launch(Path classes) throws IOException;
  }

  /**
   * A worker that compiles below this folder.
   *
   * @param work a folder for class files; the caller's to delete
   */
  public Grader(CheckSuite suite, Judge judge, Launcher launcher, Path work) {
    this.suite = suite;
    this.judge = judge;
    this.launcher = launcher;
    this.work = work;
  }

  /**
   * The verdict on one hand-in. Blocks, for minutes with a program that never answers; the grader's
   * own trouble becomes a verdict too.
   */
  public SubmissionVerdict grade(Submission submission) throws InterruptedException {
    long start = System.nanoTime();
    return switch (submission) {
      case Submission.Unusable unusable -> notRun(unusable, status(unusable), unusable.reason(), start);
      case Submission.Found found -> gradeFound(found, start);
    };
  }

  private SubmissionVerdict gradeFound(Submission.Found found, long start)
      throws InterruptedException {
    return switch (compiler.compile(found, work.resolve(found.name()))) {
      case Build.Refused refused -> notRun(found, Status.COMPILE_ERROR, refused.text(), start);
      case Build.Compiled compiled -> gradeCompiled(found, compiled, start);
    };
  }

  private SubmissionVerdict gradeCompiled(
      Submission.Found found, Build.Compiled compiled, long start) {
    try (var subject = launcher.launch(compiled.classes())) {
      var checks = judge.judge(subject);
      return Scoring.judged(
          found.name(), found.source(), notes(found, compiled), checks, since(start));
    } catch (IOException | UncheckedIOException trouble) {
      return notRun(found, Status.NOT_JUDGED, "the grader had trouble: " + trouble, start);
    }
  }

  private static List<String> notes(Submission.Found found, Build.Compiled compiled) {
    return Stream.of(
            found.notes().stream(),
            found.missing().stream().map(name -> "there is no class " + name + " in it"),
            compiled.warnings().stream().map(text -> "compiler warning: " + text))
        .flatMap(notes -> notes)
        .toList();
  }

  private SubmissionVerdict notRun(Submission handIn, Status status, String reason, long start) {
    int max = suite.checks().stream().mapToInt(CheckInfo::points).sum();
    return Scoring.notRun(handIn, status, max, reason, since(start));
  }

  private static Status status(Submission.Unusable unusable) {
    return switch (unusable.kind()) {
      case EMPTY -> Status.EMPTY;
      case NOT_JUDGED -> Status.NOT_JUDGED;
    };
  }

  private static long since(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Override
  public void close() {
    try {
      compiler.close();
    } catch (IOException leftOpen) {
      throw new UncheckedIOException("the compiler could not be closed", leftOpen);
    }
  }
}
