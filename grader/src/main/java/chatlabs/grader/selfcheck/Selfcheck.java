package chatlabs.grader.selfcheck;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.judge.Grader;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.launch.ChildJvm;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.wire.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Grades variants of a lab and compares the verdicts with what is known of them. */
public final class Selfcheck implements AutoCloseable {
  private final Lab lab;
  private final CheckSuite suite;
  private final HostRuntime runtime;
  private final Path work;
  private final AtomicInteger workers = new AtomicInteger();
  private final Crew<Turn, Outcome> crew;

  /**
   * A self-check of this lab.
   *
   * @param jobs how many gradings at the same time; at least 1
   * @param work a folder for class files; the caller's to delete
   */
  public Selfcheck(Lab lab, CheckSuite suite, HostRuntime runtime, int jobs, Path work) {
    this.lab = lab;
    this.suite = suite;
    this.runtime = runtime;
    this.work = work;
    this.crew = new Crew<>(jobs, this::hire);
  }

  /** One grading of one variant: its seed decides names and texts. */
  public record Turn(Variant variant, long seed) {}

  /**
   * What a turn gave.
   *
   * @param deviations the verdicts that are not as expected; empty when all is well
   */
  public record Outcome(Turn turn, SubmissionVerdict verdict, List<Deviation> deviations) {}

  /**
   * Takes all the turns, several at a time. Blocks. May be called again, by the same thread.
   *
   * @param done is told each outcome as it comes, on a worker's thread
   */
  public List<Outcome> run(List<Turn> turns, Consumer<Outcome> done) throws InterruptedException {
    return crew.run(turns, done);
  }

  @Override
  public void close() {
    crew.close();
  }

  private Crew.Worker<Turn, Outcome> hire() {
    Path folder = work.resolve("selfcheck-" + workers.incrementAndGet());
    var grader = new Grader(classes -> new ChildJvm(runtime, classes), folder);
    return new Crew.Worker<>() {
      @Override
      public Outcome work(Turn turn) throws InterruptedException {
        return grade(turn, grader);
      }

      @Override
      public void close() {
        grader.close();
      }
    };
  }

  private Outcome grade(Turn turn, Grader grader) throws InterruptedException {
    var judge = new Judge(suite, turn.seed(), Patience.USUAL);
    var variant = turn.variant();
    var handIn = Intake.ofSources(variant.name(), lab, variant.sources());
    var verdict = grader.grade(handIn, judge);
    return new Outcome(turn, verdict, Expected.deviations(variant, verdict));
  }
}
