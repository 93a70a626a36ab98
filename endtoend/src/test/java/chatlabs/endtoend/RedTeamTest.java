package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One run of the grader over the red team, held in one way or another. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RedTeamTest {
  @TempDir static Path temp;
  final Sandbox sandbox;
  List<Attack> attacks = List.of();
  RedTeam.Outcome seen;

  RedTeamTest(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Who is let loose; a run that cannot be says so here, loudly. */
  abstract List<Attack> team() throws Exception;

  @BeforeAll
  void let_them_loose() throws Exception {
    attacks = team();
    seen = new RedTeam(temp, attacks).run(sandbox);
  }

  @Test
  void each_achieves_what_its_text_says_and_no_more() {
    var expected = new TreeMap<String, Set<Breach>>();
    attacks.forEach(attack -> expected.put(attack.name(), sandbox.conceded(attack)));
    assertThat(seen.breaches()).containsExactlyEntriesOf(expected);
  }

  @Test
  void right_hand_ins_before_beside_and_after_them_keep_full_marks() {
    assertThat(RedTeam.REFERENCES).allSatisfy(name -> assertThat(marks(name)).isEqualTo("all"));
  }

  @Test
  void the_run_ends_in_its_time_with_a_report_that_names_its_tier() {
    assertThat(seen.run().exit()).as(seen.run().output()).isEqualTo(exit());
    assertThat(seen.run().output()).contains("Sandbox " + sandbox.option());
    assertThat(seen.verdicts()).hasSize(attacks.size() + RedTeam.REFERENCES.size());
  }

  @Test
  void no_file_of_a_hand_in_or_of_the_grader_is_left() {
    assertThat(seen.leftovers()).isEmpty();
  }

  @Test
  void each_that_earns_nothing_has_a_reason() {
    assertThat(seen.verdicts().values())
        .allSatisfy(verdict -> assertThat(hasReason(verdict)).as(verdict.name()).isTrue());
  }

  @Test
  void nothing_that_they_say_is_alive_in_a_report() throws Exception {
    for (Path file : reports()) {
      String text = Files.readString(file, UTF_8);
      assertThat(text).as(file.toString()).doesNotContain("<script", "<img", "\u001b", "\u0000", "\u202e");
    }
    var junit = temp.resolve("report/junit.xml").toFile();
    assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit)).isNotNull();
  }

  private List<Path> reports() throws IOException {
    try (Stream<Path> files = Files.walk(temp.resolve("report"))) {
      return files.filter(file -> file.toString().matches(".*\\.(html|xml|csv)")).toList();
    }
  }

  private int exit() {
    boolean isLeft = seen.verdicts().values().stream().anyMatch(each -> each.status() == Status.NOT_JUDGED);
    return isLeft ? 1 : 0;
  }

  private static boolean hasReason(SubmissionVerdict verdict) {
    return verdict.score() > 0
        || !verdict.reason().isEmpty()
        || verdict.checks().stream().allMatch(check -> !check.message().isEmpty());
  }

  private String marks(String name) {
    var verdict = seen.verdicts().get(name);
    return verdict.score() == verdict.max() && verdict.max() > 0 ? "all" : verdict.toString();
  }
}
