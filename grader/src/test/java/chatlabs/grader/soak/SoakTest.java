package chatlabs.grader.soak;

import static chatlabs.grader.soak.Made.FAULT;
import static chatlabs.grader.soak.Made.REFERENCE;
import static chatlabs.grader.soak.Made.deviation;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.selfcheck.Deviation;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SoakTest {
  private static final Plan PLAN = new Plan(List.of(REFERENCE, FAULT), 4, 4, true, 20);

  private final List<Entry> entries = new ArrayList<>();

  @Test
  void a_variant_that_wavers_is_told_with_its_seed_and_what_was_seen() throws Exception {
    soak(SoakTest::wavers);

    assertThat(entries).hasSize(8);
    assertThat(entries).filteredOn(Entry::busy).hasSize(4);
    assertThat(entries)
        .filteredOn(entry -> !entry.expected())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.variant()).isEqualTo("reference");
              assertThat(entry.seed()).isEqualTo(23);
              assertThat(entry.busy()).isTrue();
              assertThat(entry.deviations()).containsExactly(deviation("a line too many"));
            });
  }

  @Test
  void the_summary_counts_by_variant_and_says_which_verdicts_waver() throws Exception {
    soak(SoakTest::wavers);

    assertThat(Summary.of(PLAN.variants(), entries).lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            " variant runs idle runs busy by some checks not as expected slowest",
            "reference reference 2 2 0 1 0.4 s",
            "fault late 2 2 0 0 0.4 s",
            "WAVERS reference reference: A#a failed and not passed in 1 of 4 gradings",
            "",
            "8 gradings, 1 not as expected");
  }

  @Test
  void a_verdict_that_is_always_another_does_not_waver() throws Exception {
    soak(turn -> turn.variant().equals(FAULT) ? List.of(deviation("")) : List.of());

    assertThat(Summary.of(PLAN.variants(), entries))
        .contains("ALWAYS  fault late: A#a failed and not passed in 4 of 4 gradings")
        .doesNotContain("WAVERS");
  }

  @Test
  void it_says_what_was_expected_and_seen_and_the_commands_that_repeat_it() throws Exception {
    soak(SoakTest::wavers);
    var bad = entries.stream().filter(entry -> !entry.expected()).findFirst().orElseThrow();

    assertThat(new Told(1, 4).of(bad))
        .contains("reference reference, seed 23, busy, load average")
        .contains("check      A#a", "expected   passed", "seen       failed")
        .contains("message    a line too many")
        .contains("again      ./chatlab selfcheck 01 --only reference --seed 23\n")
        .contains(
            "again      ./chatlab soak 01 --only reference --runs 2 --fault-runs 2 --load 4"
                + " --seed 22");
    var again = new Plan(List.of(REFERENCE), 2, 2, true, 22).rounds(List.of()).get(1);
    assertThat(again.busy()).isTrue();
    assertThat(again.turns()).containsExactly(new Turn(REFERENCE, 23));
  }

  @Test
  void one_by_some_checks_is_counted_apart_and_repeated_by_the_same() {
    var idle = Made.entry(FAULT, 20, false, 5, deviation("a line too many"));
    var busy = Made.entry(FAULT, 21, true, 5, deviation("a line too many"));

    assertThat(Summary.of(List.of(FAULT), List.of(idle, busy)).replaceAll(" +", " "))
        .contains("fault late 1 1 2 2 1.5 s");
    assertThat(new Told(1, 4).of(idle))
        .contains("./chatlab soak 01 --only late --others 5 --runs 1 --fault-runs 1 --seed 20\n")
        .doesNotContain("selfcheck");
    assertThat(new Told(1, 4).of(busy))
        .contains(
            "./chatlab soak 01 --only late --others 5 --runs 2 --fault-runs 2 --load 4 --seed 20")
        .doesNotContain("selfcheck");
  }

  @Test
  void one_that_could_not_be_run_is_told_with_the_reason() {
    var deviation = new Deviation("", "", "compile-error", "no\nsemicolon", "a -->\n<-- b\n");
    var broken = Made.entry(REFERENCE, 5, false, deviation);

    assertThat(new Told(1, 0).of(broken))
        .contains("seen       compile-error", "message    no\n             semicolon")
        .contains("wire       a -->\n             <-- b\n")
        .doesNotContain("  check ", "  expected ");
  }

  /** As Ctrl-C on a terminal does, which ends the processes of hand-ins as well. */
  @Test
  void what_goes_wrong_because_all_of_it_ends_is_no_verdict() throws Exception {
    try (var ending = new Ending()) {
      var soak =
          new Soak(
              (turns, done) -> {
                ending.begin();
                return run(turns, turn -> List.of(deviation("the program ended")), done);
              },
              1,
              ending);

      soak.run(PLAN.rounds(List.of()), entries::add);
    }
    assertThat(entries).isEmpty();
  }

  private static List<Deviation> wavers(Turn turn) {
    return turn.seed() == 23 && turn.variant().equals(REFERENCE)
        ? List.of(deviation("a line too many"))
        : List.of();
  }

  private interface Behaviour {
    List<Deviation> of(Turn turn);
  }

  private void soak(Behaviour behaviour) throws Exception {
    try (var ending = new Ending()) {
      new Soak((turns, done) -> run(turns, behaviour, done), 1, ending)
          .run(PLAN.rounds(List.of()), entries::add);
    }
  }

  private static List<Outcome> run(List<Turn> turns, Behaviour behaviour, Consumer<Outcome> done) {
    var outcomes =
        turns.stream().map(turn -> new Outcome(turn, verdict(turn), behaviour.of(turn))).toList();
    outcomes.forEach(done);
    return outcomes;
  }

  private static SubmissionVerdict verdict(Turn turn) {
    return new SubmissionVerdict(
        turn.variant().name(), "", Status.GRADED, 0, 0, "", List.of(), 400, List.of());
  }
}
