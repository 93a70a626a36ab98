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
  private final Launcher launcher;
  private final Path work;
  private final Compiler compiler = new Compiler();

  /** Starts what was compiled, or handed in as it runs. */
  @FunctionalInterface
  public interface Launcher {
    /** A subject for the class files below this folder, or for the program in it. */
    Subject launch(Path folder) throws IOException;
  }

  /**
   * A worker that compiles below this folder.
   *
   * @param work a folder for class files; the caller's to delete
   */
  public Grader(Launcher launcher, Path work) {
    this.launcher = launcher;
    this.work = work;
  }

  /**
   * The verdict on one hand-in. Blocks, for minutes with a program that never answers; the grader's
   * own trouble becomes a verdict too.
   */
  public SubmissionVerdict grade(Submission submission, Judge judge) throws InterruptedException {
    var way = new Way(judge, System.nanoTime());
    try {
      return way.from(submission);
    } catch (RuntimeException | StackOverflowError trouble) { // of javac, too: nobody else's harm
      return way.notRun(submission, Status.NOT_JUDGED, "the grader had trouble: " + trouble);
    }
  }

  /** The way of one hand-in. */
  private final class Way {
    private final Judge judge;
    private final long start;

    Way(Judge judge, long start) {
      this.judge = judge;
      this.start = start;
    }

    SubmissionVerdict from(Submission submission) throws InterruptedException {
      return switch (submission) {
        case Submission.Unusable unusable -> notRun(unusable, status(unusable), unusable.reason());
        case Submission.Found found -> from(found);
        case Submission.Program program ->
            judged(program, Path.of(program.source()), program.notes());
      };
    }

    private SubmissionVerdict from(Submission.Found found) throws InterruptedException {
      return switch (compiler.compile(found, work.resolve(found.name()))) {
        case Build.Refused refused -> notRun(found, Status.COMPILE_ERROR, refused.text());
        case Build.Compiled compiled -> judged(found, compiled.classes(), notes(found, compiled));
      };
    }

    private SubmissionVerdict judged(Submission handIn, Path folder, List<String> notes)
        throws InterruptedException {
      try (var subject = launcher.launch(folder)) {
        var checks = judge.judge(subject);
        return Scoring.judged(handIn.name(), handIn.source(), notes, checks, millis());
      } catch (IOException trouble) {
        return notRun(handIn, Status.NOT_JUDGED, "the grader had trouble: " + trouble);
      }
    }

    private SubmissionVerdict notRun(Submission handIn, Status status, String reason) {
      return Scoring.notRun(handIn, status, judge.points(), reason, millis());
    }

    private long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
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

  private static Status status(Submission.Unusable unusable) {
    return switch (unusable.kind()) {
      case EMPTY -> Status.EMPTY;
      case NOT_JUDGED -> Status.NOT_JUDGED;
    };
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
