package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chatlabs.grader.launch.Attach;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.transcript.Event;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JudgeTest {
  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20));

  @TempDir static Path folder;
  private static CheckSuite all;

  @BeforeAll
  static void build() throws IOException {
    var lab = BuiltLab.in(folder);
    BuiltLab.put(lab.publicChecks(), JudgedChecks.class);
    BuiltLab.put(lab.publicChecks(), UsingChecks.class);
    all = CheckSuite.of(lab);
  }

  @BeforeEach
  void forget() {
    JudgedChecks.forget();
  }

  @Test
  void a_check_that_passes_is_run_once_and_earns_its_points() throws InterruptedException {
    var verdict = judged("passes");

    assertThat(verdict.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(verdict.earned()).isEqualTo(1);
    assertThat(JudgedChecks.RUNS).containsExactly("passes");
  }

  @Test
  void a_check_that_fails_once_and_then_passes_is_unstable_and_earns_nothing()
      throws InterruptedException {
    var verdict = judged("fails_at_first");

    assertThat(verdict.verdict()).isEqualTo(Verdict.UNSTABLE);
    assertThat(verdict.points()).isEqualTo(3);
    assertThat(verdict.earned()).isZero();
    assertThat(verdict.message()).startsWith("failed once and passed once: ");
    assertThat(verdict.evidence().actual()).isEqualTo("1");
  }

  @Test
  void a_check_that_fails_twice_has_failed_with_what_was_seen_first() throws InterruptedException {
    var verdict = judged("fails");

    assertThat(verdict.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(verdict.earned()).isZero();
    assertThat(verdict.hint()).isEqualTo("Look at it.");
    assertThat(verdict.evidence().actual()).isEqualTo("\"wrong 1\"");
    assertThat(JudgedChecks.RUNS).containsExactly("fails", "fails");
  }

  @Test
  void a_check_that_breaks_is_not_judged_and_not_repeated() throws InterruptedException {
    assertThat(judged("breaks").verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(JudgedChecks.RUNS).containsExactly("breaks");
  }

  @Test
  void only_what_failed_is_repeated_and_verdicts_keep_the_order_of_the_suite()
      throws InterruptedException {
    var verdicts = judge(suite("fails", "passes", "fails_at_first"), 1, Judge.BUDGET);

    assertThat(verdicts)
        .extracting(CheckVerdict::verdict)
        .containsExactly(Verdict.PASSED, Verdict.UNSTABLE, Verdict.FAILED);
    assertThat(JudgedChecks.RUNS).hasSize(5).containsOnlyOnce("passes");
  }

  @Test
  void the_same_seed_gives_the_same_words_in_each_repeat_and_each_run()
      throws InterruptedException {
    judge(suite("fails_and_notes_its_words"), 7, Judge.BUDGET);
    judge(suite("fails_and_notes_its_words"), 7, Judge.BUDGET);

    assertThat(JudgedChecks.WORDS).hasSize(4);
    assertThat(List.copyOf(JudgedChecks.WORDS).stream().distinct()).hasSize(1);

    judge(suite("fails_and_notes_its_words"), 8, Judge.BUDGET);

    assertThat(List.copyOf(JudgedChecks.WORDS).stream().distinct()).hasSize(2);
  }

  @Test
  void checks_after_the_budget_fail_and_say_that_the_time_is_used_up() throws InterruptedException {
    var verdicts = judge(suite("passes", "fails"), 1, Duration.ZERO);

    assertThat(verdicts).extracting(CheckVerdict::verdict).containsOnly(Verdict.FAILED);
    assertThat(verdicts).allMatch(verdict -> verdict.message().startsWith("time used up"));
    assertThat(JudgedChecks.RUNS).isEmpty();
  }

  @Test
  void checks_after_its_processor_time_fail_and_say_that_it_is_used_up()
      throws InterruptedException {
    try (var attached = subject()) {
      var verdicts = new Judge(suite("passes", "fails"), 1, PATIENCE).judge(usedUp(attached));

      assertThat(verdicts).extracting(CheckVerdict::verdict).containsOnly(Verdict.FAILED);
      assertThat(verdicts)
          .extracting(CheckVerdict::message)
          .containsOnly("time used up: in the checks before this one the program took 7 s of it");
    }
    assertThat(JudgedChecks.RUNS).isEmpty();
  }

  private static Subject usedUp(Subject subject) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("usedUp")
                ? Optional.of("7 s of it")
                : method.invoke(subject, arguments);
    var types = new Class<?>[] {Subject.class};
    return (Subject) Proxy.newProxyInstance(Subject.class.getClassLoader(), types, handler);
  }

  @Test
  void an_interrupted_run_gives_no_verdict() throws InterruptedException {
    var thrown = new AtomicReference<Throwable>();
    var run =
        Thread.ofPlatform()
            .start(() -> thrown.set(catchThrowable(() -> judge(suite("waits"), 1, Judge.BUDGET))));
    JudgedChecks.waiting.await();

    run.interrupt();
    run.join();

    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void each_check_is_recorded_when_it_is_over() throws InterruptedException {
    var recorded = new ArrayList<List<Event>>();
    try (var subject = subject()) {
      new Judge(suite("passes", "fails"), 1, PATIENCE).judge(subject, recorded::add);
    }

    assertThat(recorded).hasSize(3);
    assertThat(recorded.get(0)).isEmpty();
    assertThat(recorded.get(1)).isNotEmpty();
  }

  @Test
  void points_are_those_of_all_its_checks() {
    assertThat(new Judge(suite("passes", "fails_at_first"), 1, PATIENCE).points()).isEqualTo(4);
  }

  @Test
  void an_exit_in_a_process_of_several_checks_does_not_blame_the_one_that_it_meets()
      throws InterruptedException {
    try (var exits = new Exiting(true)) {
      assertThat(verdicts(exits)).containsOnly(Verdict.PASSED);
      assertThat(exits.started()).isEqualTo(2);
    }
  }

  @Test
  void an_exit_in_a_process_of_its_own_is_the_check_s() throws InterruptedException {
    try (var exits = new Exiting(false)) {
      assertThat(verdicts(exits)).containsOnly(Verdict.FAILED);
    }
  }

  private static List<Verdict> verdicts(Exiting program) throws InterruptedException {
    var uses = suite("uses_the_program", "uses_the_program_again");
    return new Judge(uses, 1, PATIENCE).judge(program).stream().map(CheckVerdict::verdict).toList();
  }

  private static CheckVerdict judged(String check) throws InterruptedException {
    return judge(suite(check), 1, Judge.BUDGET).getFirst();
  }

  private static List<CheckVerdict> judge(CheckSuite suite, long seed, Duration budget)
      throws InterruptedException {
    try (var subject = subject()) {
      return new Judge(suite, seed, PATIENCE, budget).judge(subject);
    }
  }

  private static CheckSuite suite(String... methods) {
    return all.only(List.of(methods));
  }

  private static Attach subject() {
    return new Attach(new InetSocketAddress("127.0.0.1", 1), "Nobody");
  }
}
