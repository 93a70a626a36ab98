package chatlabs.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.launch.Attach;
import chatlabs.grader.launch.InProcess;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Patience;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Timeout(60)
class CheckExtensionTest {
  private static final Patience PATIENT = new Patience(Duration.ofSeconds(20));
  private static final Patience HASTY = new Patience(Duration.ofMillis(50));

  @Test
  void a_check_whose_program_conforms_passes() {
    assertThat(run("greets", PATIENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lets_a_call_take_its_time", "gives_a_call_the_time_of_the_protocol"})
  void a_call_beside_is_waited_for_when_it_is_asked_for(String check) {
    assertThat(run(check, new Patience(Duration.ofMillis(500)))).isEmpty();
  }

  @Test
  void a_check_can_sit_in_front_of_a_program_that_takes_a_reader_and_a_writer() {
    assertThat(run("sits_at_a_terminal", PATIENT)).isEmpty();
  }

  @Test
  void a_check_can_see_how_much_memory_a_program_uses_that_is_not_elsewhere() {
    assertThat(run("sees_how_much_memory_is_in_use", PATIENT)).isEmpty();
    try (var elsewhere = new Attach(new InetSocketAddress("127.0.0.1", 1), "Other")) {
      assertThat(run("cannot_see_the_memory", elsewhere, 1, PATIENT)).isEmpty();
    }
  }

  @Test
  void a_role_can_stand_for_a_class_and_its_static_methods() {
    assertThat(run("calls_a_static_method", PATIENT)).isEmpty();
  }

  @Test
  void a_failure_has_its_evidence() {
    var evidence = failure("says_goodbye", PATIENT);

    assertThat(evidence.outcome()).isEqualTo(Outcome.WRONG_LINE.words());
    assertThat(evidence.expected()).isEqualTo("\"goodbye\"");
    assertThat(evidence.actual()).isEqualTo("\"hello\"");
    assertThat(evidence.explanation()).isEqualTo(Outcome.WRONG_LINE.meaning());
    assertThat(evidence.diagram()).contains("you", "server", "hello\\n", ">>>>");
  }

  @ParameterizedTest
  @CsvSource({
    "meets_a_todo_in_the_call, TODO 2: count the lines",
    "meets_a_todo_in_a_thread, TODO 3: greet",
  })
  void a_todo_is_not_started_wherever_it_is_met(String check, String todo) {
    assertThat(run(check, PATIENT).orElseThrow()).isInstanceOf(NotStarted.class).hasMessage(todo);
  }

  @ParameterizedTest
  @CsvSource({
    "meets_an_exception, THREW",
    "misses_a_class, MISSING",
    "misses_a_method, MISSING",
    "gets_a_result_of_another_type, WRONG_VALUE",
    "is_told_a_port_that_is_none, WRONG_VALUE",
    "expects_another_exception, THREW",
    "sees_a_mismatch_beside, WRONG_LINE",
  })
  void what_the_program_does_wrong_is_typed(String check, Outcome outcome) {
    assertThat(failure(check, PATIENT).outcome()).isEqualTo(outcome.words());
  }

  @Test
  void a_call_that_hangs_is_a_failure_with_a_divergence() {
    var evidence = failure("waits_for_a_call_that_hangs", HASTY);

    assertThat(evidence.outcome()).isEqualTo(Outcome.HUNG.words());
    assertThat(evidence.diagram()).contains("expected: Student.hangs() to return");
  }

  @Test
  void an_exception_that_is_due_passes() {
    assertThat(run("expects_the_exception", PATIENT)).isEmpty();
  }

  @Test
  void what_the_program_printed_stands_in_the_evidence() {
    assertThat(failure("meets_an_exception", PATIENT).output()).contains("about to fail");
  }

  @Test
  void a_broken_check_is_not_judged() {
    assertThat(run("is_broken_itself", PATIENT).orElseThrow())
        .isInstanceOf(NotJudged.class)
        .hasMessageContaining("trouble of its own");
  }

  @Test
  void what_is_out_of_reach_is_not_judged() {
    try (var elsewhere = new Attach(new InetSocketAddress("127.0.0.1", 1), "Other")) {
      assertThat(run("greets", elsewhere, 1, PATIENT).orElseThrow()).isInstanceOf(NotJudged.class);
    }
  }

  @Test
  void the_same_seed_gives_the_same_words_and_another_one_others() {
    String first = words(7);

    assertThat(words(7)).isEqualTo(first);
    assertThat(words(8)).isNotEqualTo(first);
  }

  private static String words(long seed) {
    try (var subject = new InProcess(Student.class.getClassLoader())) {
      assertThat(run("notes_its_words", subject, seed, PATIENT)).isEmpty();
    }
    return SampleChecks.lastWords;
  }

  private static Evidence failure(String check, Patience patience) {
    var thrown = run(check, patience).orElseThrow();
    assertThat(thrown).isInstanceOf(CheckFailed.class);
    return ((CheckFailed) thrown).evidence();
  }

  private static Optional<Throwable> run(String check, Patience patience) {
    try (var subject = new InProcess(Student.class.getClassLoader())) {
      return run(check, subject, 1, patience);
    }
  }

  private static Optional<Throwable> run(
      String check, Subject subject, long seed, Patience patience) {
    var method =
        Arrays.stream(SampleChecks.class.getDeclaredMethods())
            .filter(each -> each.getName().equals(check))
            .findFirst()
            .orElseThrow();
    var result = new AtomicReference<TestExecutionResult>();
    try (var bench = Bench.open(subject, seed, patience, Duration.ofMinutes(1))) {
      var request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectMethod(SampleChecks.class, method))
              .configurationParameter(Bench.PARAMETER, bench.name())
              .build();
      var config =
          LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
      LauncherFactory.create(config).execute(request, new Listener(result));
    }
    return result.get().getThrowable();
  }

  private record Listener(AtomicReference<TestExecutionResult> result)
      implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult outcome) {
      if (identifier.isTest()) {
        result.set(outcome);
      }
    }
  }
}
