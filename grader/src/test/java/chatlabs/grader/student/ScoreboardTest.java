package chatlabs.grader.student;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Timeout(60)
class ScoreboardTest {
  private static final String CHECKS = "chatlabs.grader.check.SampleChecks";

  static final class NoChecks {
    @Test
    void is_a_test_as_any_other() {}
  }

  @Test
  void checks_are_listed_with_the_score() {
    var printed = printed(check("greets"), check("meets_a_todo_in_the_call"));

    assertThat(printed).contains("greets", "passed", "TODO 2: count the lines", "2 of 3");
    assertThat(printed).doesNotContain("-Dchatlabs.seed");
  }

  @Test
  void a_failure_is_told_with_the_seed_that_repeats_it_and_what_the_program_printed() {
    var printed = printed(check("meets_an_exception"));

    assertThat(printed).contains("meets an exception", "failed", "-Dchatlabs.seed=");
    assertThat(printed).contains("about to fail").contains("0 of 1");
  }

  @Test
  void checks_come_in_the_order_of_the_todos() {
    var printed = printed(check("meets_a_todo_in_the_call"), check("greets"));

    assertThat(printed.indexOf("greets")).isLessThan(printed.indexOf("meets a todo"));
  }

  @Test
  void when_checks_take_long_it_says_how_far_they_are_and_at_which_one() {
    var printed =
        printed(new Scoreboard(Duration.ofMillis(10)), check("waits_for_a_call_that_hangs"));

    assertThat(printed)
        .containsPattern("  0 of 1 checks done after \\d+ s; now: waits for a call that hangs\\R");
  }

  @Test
  void when_they_are_quick_it_says_nothing_of_that() {
    assertThat(printed(check("greets"))).doesNotContain("now:");
  }

  @Test
  void it_is_silent_about_tests_that_are_no_checks() {
    assertThat(printed(DiscoverySelectors.selectClass(NoChecks.class))).isEmpty();
  }

  private static DiscoverySelector check(String name) {
    return DiscoverySelectors.selectMethod(CHECKS, name, CHECKS + "$Greeted");
  }

  private static String printed(DiscoverySelector... selectors) {
    return printed(new Scoreboard(), selectors);
  }

  private static String printed(Scoreboard scoreboard, DiscoverySelector... selectors) {
    var request = LauncherDiscoveryRequestBuilder.request().selectors(List.of(selectors)).build();
    var config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestExecutionListeners(scoreboard)
            .build();
    var bytes = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      LauncherFactory.create(config).execute(request);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(UTF_8);
  }
}
