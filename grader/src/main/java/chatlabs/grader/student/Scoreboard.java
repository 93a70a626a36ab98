package chatlabs.grader.student;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.Finding;
import chatlabs.grader.judge.Scoring;
import chatlabs.grader.judge.Verdicts;
import chatlabs.grader.report.CheckReport;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints the result of a lab's checks after JUnit has run them: each check, each failure, the score
 * and the next thing to do; and how far they are, when that takes long. JUnit loads it wherever the
 * grader is on the class path; it is silent about tests that are no checks.
 */
public final class Scoreboard implements TestExecutionListener {
  private record Judged(CheckInfo info, CheckVerdict verdict) {}

  private static final Comparator<Judged> TEACHING_ORDER =
      Comparator.comparing((Judged judged) -> judged.info().todo())
          .thenComparing(judged -> judged.info().requirement())
          .thenComparing(judged -> judged.info().id());

  private final List<Judged> judged = new ArrayList<>();
  private final ExitWatch exitWatch = new ExitWatch();
  private final Pace pace;
  private PrintStream out = System.out;
  private long start;

  /** Says how far the checks are every quarter of a minute. */
  public Scoreboard() {
    this(Duration.ofSeconds(15));
  }

  Scoreboard(Duration every) {
    pace = new Pace(every);
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    out = System.out; // checks keep what the student's program prints from here on
    start = System.nanoTime();
    judged.clear();
    exitWatch.begin(out);
    pace.begin(out, plan.countTestIdentifiers(each -> check(each).isPresent()));
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    check(identifier).ifPresent(method -> enter(method.getName().replace('_', ' ')));
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    check(identifier).ifPresent(method -> take(method, result));
  }

  private void enter(String title) {
    exitWatch.enter(title);
    pace.enter(title);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    exitWatch.end();
    pace.end();
    if (judged.isEmpty()) {
      return;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    var checks = judged.stream().sorted(TEACHING_ORDER).map(Judged::verdict).toList();
    var verdict = Scoring.judged("your program", "", List.of(), checks, millis);
    out.println();
    out.print(CheckReport.render(verdict, false));
    if (checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED)) {
      out.println(
          "Seed "
              + Seeds.ofThisJvm()
              + ": -Dchatlabs.seed="
              + Seeds.ofThisJvm()
              + " gives the same names and texts again.");
    }
    out.println();
    out.flush();
  }

  private void take(Method method, TestExecutionResult result) {
    pace.leave();
    var info = CheckInfo.of(method, Visibility.PUBLIC);
    judged.add(new Judged(info, Verdicts.of(info, Finding.of(result.getThrowable()))));
  }

  private static Optional<Method> check(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod())
        .filter(method -> method.isAnnotationPresent(Check.class));
  }
}
