package chatlabs.grader.judge;

import chatlabs.grader.check.Bench;
import chatlabs.grader.judge.CheckSuite.Loaded;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.transcript.Event;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.wire.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    return suite.points();
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
    try (var bench = Bench.open(subject, seed, patience, budget)) {
      bench.record(recorder);
      var first = found(suite.loaded(), bench);
      var second = found(failed(first), bench);
      if (Thread.interrupted() || bench.isInterrupted()) {
        throw new InterruptedException("while a hand-in was judged");
      }
      return suite.loaded().stream()
          .map(check -> verdict(check, first.get(check), second.get(check)))
          .toList();
    }
  }

  /**
   * What a run of these checks finds. The end of a program in a process of several checks blames the
   * one that it happens to meet, perhaps not the one after which it exits: those that it met are run
   * in a process of their own, and what that finds is what counts.
   */
  private Map<Loaded, Finding> found(List<Loaded> checks, Bench bench) {
    var found = new HashMap<>(runner.run(checks, bench));
    var doubtful =
        checks.stream()
            .filter(check -> found.get(check) instanceof Finding.Failed it && it.doubtful())
            .toList();
    bench.setAlone(true);
    found.putAll(runner.run(doubtful, bench));
    bench.setAlone(false);
    return found;
  }

  private List<Loaded> failed(Map<Loaded, Finding> findings) {
    return suite.loaded().stream()
        .filter(check -> findings.get(check) instanceof Finding.Failed)
        .toList();
  }

  private static CheckVerdict verdict(
      Loaded check, @Nullable Finding first, @Nullable Finding second) {
    if (first == null) {
      throw new IllegalStateException("no finding for " + check.info().id());
    }
    return first instanceof Finding.Failed failed && second != null
        ? repeated(check, failed, second)
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
}
