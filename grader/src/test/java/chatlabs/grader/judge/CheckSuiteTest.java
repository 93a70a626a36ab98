package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.verdict.Visibility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckSuiteTest {
  @TempDir Path folder;
  private Lab lab;

  static final class Hidden {
    @Check(requirement = "J-0", points = 1, hint = "", todo = 2)
    void hides(Trial trial) {}
  }

  static final class Other {
    static final class Hidden {
      @Check(requirement = "J-9", points = 1, hint = "", todo = 9)
      void hides(Trial trial) {}
    }
  }

  @BeforeEach
  void build() throws IOException {
    lab = BuiltLab.in(folder);
    BuiltLab.put(lab.publicChecks(), JudgedChecks.class);
    BuiltLab.put(lab.hiddenChecks(), Hidden.class);
  }

  @Test
  void checks_are_sorted_by_todo_then_requirement_then_id() {
    assertThat(ids(CheckSuite.of(lab)))
        .containsExactly(
            "JudgedChecks#passes",
            "Hidden#hides",
            "JudgedChecks#fails_at_first",
            "JudgedChecks#breaks",
            "JudgedChecks#fails",
            "JudgedChecks#fails_and_notes_its_words",
            "JudgedChecks#waits");
  }

  @Test
  void checks_of_the_solution_are_hidden() {
    var suite = CheckSuite.of(lab);

    assertThat(suite.checks().stream().filter(check -> check.visibility() == Visibility.HIDDEN))
        .extracting(CheckInfo::id)
        .containsExactly("Hidden#hides");
  }

  @Test
  void a_part_is_asked_for_by_id_or_by_method() {
    var suite = CheckSuite.of(lab);

    assertThat(ids(suite.only(List.of("fails", "Hidden#hides"))))
        .containsExactly("Hidden#hides", "JudgedChecks#fails");
    assertThat(suite.only(List.of())).isSameAs(suite);
  }

  @Test
  void an_unknown_name_is_answered_with_those_that_there_are() {
    assertThat(catchThrowable(() -> CheckSuite.of(lab).only(List.of("passes", "fail"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no check 'fail'; there are\n  JudgedChecks#passes\n")
        .hasMessageEndingWith("\n  JudgedChecks#waits");
  }

  @Test
  void two_checks_of_one_id_are_refused() throws IOException {
    BuiltLab.put(lab.publicChecks(), Other.Hidden.class);

    assertThat(catchThrowable(() -> CheckSuite.of(lab)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two checks have the id Hidden#hides");
  }

  @Test
  void a_lab_without_its_solution_has_its_public_checks() throws IOException {
    var alone = BuiltLab.in(folder.resolve("alone"));
    BuiltLab.put(alone.publicChecks(), Hidden.class);

    assertThat(ids(CheckSuite.of(alone))).containsExactly("Hidden#hides");
  }

  @Test
  void a_lab_that_is_not_built_is_said_to_have_no_compiled_checks() {
    var unbuilt = BuiltLab.in(folder.resolve("unbuilt"));

    assertThat(catchThrowable(() -> CheckSuite.of(unbuilt)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no compiled checks in " + unbuilt.publicChecks());
  }

  private static List<String> ids(CheckSuite suite) {
    return suite.checks().stream().map(CheckInfo::id).toList();
  }
}
