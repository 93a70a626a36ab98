package chatlabs.grader.judge;

import chatlabs.grader.check.Bench;
import chatlabs.grader.judge.CheckSuite.Loaded;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.transcript.Event;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.wire.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs a suite against a subject. A check that fails is run again before it counts: two failures
 * make a verdict, a failure and a pass make an unstable one. For one thread at a time.
 */
public final class Judge {
  /** How long one hand-in may keep the grader busy; a correct one needs about a second. */
  public static final Duration BUDGET = Duration.ofMinutes(5);

  private final CheckRunner runner = new CheckRunner();
  private final CheckSuite suite;
  private final long seed;
  private final Patience patience;
  private final Duration budget;

  /** A judge for this suite; all randomness comes from the seed. */
  public Judge(CheckSuite suite, long seed, Patience patience) {
    this(suite, seed, patience, BUDGET);
  }

  Judge(CheckSuite suite, long seed, Patience patience, Duration budget) {
    this.suite = suite;
    this.seed = seed;
    this.patience = patience;
    this.budget = budget;
  }

  /** What all checks together are worth. */
  int points() {
    return suite.checks().stream().mapToInt(CheckInfo::points).sum();
  }

  /**
   * Runs all checks against the subject, which stays open. Blocks.
   *
   * @throws InterruptedException when its thread is interrupted: no verdict comes from half a run
   */
  public List<CheckVerdict> judge(Subject subject) throws InterruptedException {
    return judge(subject, events -> {});
  }

  /**
   * Runs all checks against the subject, as the other {@code judge}.
   *
   * @param recorder is told the events of each check when it is over
   */
  public List<CheckVerdict> judge(Subject subject, Consumer<List<Event>> recorder)
      throws InterruptedException {
    long start = System.nanoTime();
    var verdicts = new ArrayList<CheckVerdict>();
    try (var bench = Bench.open(subject, seed, patience)) {
      bench.record(recorder);
      for (var check : suite.loaded()) {
        boolean late = System.nanoTime() - start > budget.toNanos();
        verdicts.add(late ? outOfTime(check) : judge(check, bench));
        if (Thread.interrupted()) {
          throw new InterruptedException("while " + check.info().id() + " was judged");
        }
      }
    }
    return verdicts;
  }

  private CheckVerdict judge(Loaded check, Bench bench) {
    Finding first = runner.run(check, bench);
    return first instanceof Finding.Failed failed
        ? repeated(check, failed, runner.run(check, bench))
        : Verdicts.of(check.info(), first);
  }

  private static CheckVerdict repeated(Loaded check, Finding.Failed first, Finding second) {
    return switch (second) {
      case Finding.Failed again -> Verdicts.of(check.info(), first);
      case Finding.Passed passed -> Verdicts.unstable(check.info(), first);
      case Finding.Unwritten todo -> Verdicts.of(check.info(), todo);
      case Finding.Unjudged unjudged -> Verdicts.of(check.info(), unjudged);
    };
  }

  private CheckVerdict outOfTime(Loaded check) {
    String message =
        "time used up: the checks before this one waited "
            + budget.toMinutes()
            + " minutes for this program";
    return Verdicts.of(check.info(), new Finding.Failed(message, Evidence.NONE));
  }
}
