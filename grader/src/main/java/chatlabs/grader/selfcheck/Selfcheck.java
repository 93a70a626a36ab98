package chatlabs.grader.selfcheck;

import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.worker.Hiring;
import chatlabs.grader.worker.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Grades variants of a lab and compares the verdicts with what is known of them. */
public final class Selfcheck implements AutoCloseable {
  private final Lab lab;
  private final Hiring hiring;
  private final Crew<Turn, Outcome> crew;

  /**
   * A self-check of this lab.
   *
   * @param hiring of those who grade
   * @param jobs how many gradings at the same time; at least 1
   */
  public Selfcheck(Lab lab, Hiring hiring, int jobs) {
    this.lab = lab;
    this.hiring = hiring;
    this.crew = new Crew<>(jobs, this::hire);
  }

  /**
   * One grading of one variant.
   *
   * @param seed decides names and texts
   * @param checks the ids of the checks by which it is judged; empty for all of the lab's
   */
  public record Turn(Variant variant, long seed, List<String> checks) {
    public Turn {
      checks = List.copyOf(checks);
    }

    /** A grading by all checks. */
    public Turn(Variant variant, long seed) {
      this(variant, seed, List.of());
    }

    /** A grading of a fault by one of the checks that have to catch it; of all others by all. */
    public static Turn quick(Variant variant, long seed) {
      var catching = new ArrayList<>(variant.caughtBy());
      Collections.shuffle(catching, Seeds.of(seed, variant.name()));
      return new Turn(variant, seed, catching.stream().limit(1).toList());
    }
  }

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
    var worker = hiring.hire();
    return new Crew.Worker<>() {
      @Override
      public Outcome work(Turn turn) throws InterruptedException {
        return grade(turn, worker);
      }

      @Override
      public void close() {
        worker.close();
      }
    };
  }

  private Outcome grade(Turn turn, Crew.Worker<Task, SubmissionVerdict> worker)
      throws InterruptedException {
    var variant = turn.variant();
    var handIn = Intake.ofSources(variant.name(), lab, variant.sources());
    var verdict = worker.work(new Task(handIn, turn.seed(), turn.checks()));
    return new Outcome(turn, verdict, Expected.deviations(turn, verdict));
  }
}
