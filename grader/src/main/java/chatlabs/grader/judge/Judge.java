package chatlabs.grader.judge;

import chatlabs.grader.check.Bench;
import chatlabs.grader.judge.CheckSuite.Loaded;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  /** A judge for this suite; all randomness comes from the seed. */
  public Judge(CheckSuite suite, long seed, Patience patience) {
    this.suite = suite;
    this.seed = seed;
    this.patience = patience;
  }

  /** Runs all checks against the subject, which stays open. Blocks. */
  public List<CheckVerdict> judge(Subject subject) {
    long start = System.nanoTime();
    var verdicts = new ArrayList<CheckVerdict>();
    try (var bench = new Bench(subject, seed, patience)) {
      for (var check : suite.loaded()) {
        boolean late = System.nanoTime() - start > BUDGET.toNanos();
        verdicts.add(late ? outOfTime(check) : judge(check, bench));
      }
    }
    return verdicts;
  }

  private CheckVerdict judge(Loaded check, Bench bench) {
    Finding first = runner.run(check, bench);
    return switch (first) {
      case Finding.Passed passed -> verdict(check, Verdict.PASSED, "", Evidence.NONE);
      case Finding.Unwritten todo ->
          verdict(check, Verdict.NOT_STARTED, todo.todo(), Evidence.NONE);
      case Finding.Failed failed -> repeated(check, failed, runner.run(check, bench));
      case Finding.Unjudged unjudged ->
          verdict(check, Verdict.NOT_JUDGED, unjudged.why(), Evidence.NONE);
    };
  }

  private static CheckVerdict repeated(Loaded check, Finding.Failed first, Finding second) {
    return switch (second) {
      case Finding.Failed again ->
          verdict(check, Verdict.FAILED, first.message(), first.evidence());
      case Finding.Passed passed ->
          verdict(
              check,
              Verdict.UNSTABLE,
              "failed once and passed once: " + first.message(),
              first.evidence());
      case Finding.Unwritten todo ->
          verdict(check, Verdict.NOT_STARTED, todo.todo(), first.evidence());
      case Finding.Unjudged unjudged ->
          verdict(check, Verdict.NOT_JUDGED, unjudged.why(), first.evidence());
    };
  }

  private static CheckVerdict outOfTime(Loaded check) {
    String message =
        "time used up: the checks before this one waited "
            + BUDGET.toMinutes()
            + " minutes for this program";
    return verdict(check, Verdict.FAILED, message, Evidence.NONE);
  }

  private static CheckVerdict verdict(
      Loaded check, Verdict verdict, String message, Evidence evidence) {
    var info = check.info();
    int earned = verdict == Verdict.PASSED ? info.points() : 0;
    return new CheckVerdict(
        info.id(),
        info.title(),
        info.requirement(),
        info.visibility(),
        verdict,
        info.points(),
        earned,
        message,
        verdict == Verdict.PASSED ? "" : info.hint(),
        evidence);
  }
}
