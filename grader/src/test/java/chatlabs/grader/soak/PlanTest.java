package chatlabs.grader.soak;

import static chatlabs.grader.soak.Made.FAULT;
import static chatlabs.grader.soak.Made.REFERENCE;
import static chatlabs.grader.soak.Made.STARTER;
import static chatlabs.grader.soak.Made.entry;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.soak.Plan.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final Plan plan = new Plan(List.of(REFERENCE, STARTER, FAULT), 5, 2, true, 100);

  @Test
  void rounds_go_over_all_variants_idle_and_busy_in_turns_each_grading_with_a_seed_of_its_own() {
    assertThat(told(plan.rounds(List.of())))
        .containsExactly(
            "idle reference 100, starter 100, late 100, reference 102, starter 102,"
                + " reference 104, starter 104",
            "busy reference 101, starter 101, late 101, reference 103, starter 103");
  }

  @Test
  void a_round_has_25_gradings_of_each_variant_and_more_of_few_variants() {
    var many = new ArrayList<Variant>();
    for (int i = 0; i < 20; i++) {
      many.add(Made.variant("variant " + i, Variant.Kind.UNUSUAL));
    }
    var all = new Plan(many, 60, 0, true, 100);
    var one = new Plan(List.of(REFERENCE), 210, 0, true, 100);

    assertThat(sizes(all)).containsExactly("idle 500", "busy 500", "idle 100", "busy 100");
    assertThat(sizes(one)).containsExactly("idle 100", "busy 100", "idle 5", "busy 5");
  }

  private static List<String> sizes(Plan plan) {
    return plan.rounds(List.of()).stream()
        .map(round -> (round.busy() ? "busy " : "idle ") + round.turns().size())
        .toList();
  }

  @Test
  void a_busy_grading_can_be_repeated_as_the_second_of_two() {
    var two = new Plan(List.of(FAULT), 2, 2, true, Plan.seedOfTwo(107));

    assertThat(told(two.rounds(List.of()))).containsExactly("idle late 106", "busy late 107");
  }

  @Test
  void without_load_all_rounds_are_idle() {
    var idle = new Plan(List.of(REFERENCE), 3, 1, false, 100);

    assertThat(told(idle.rounds(List.of())))
        .containsExactly("idle reference 100, reference 102, reference 104");
  }

  @Test
  void what_is_done_is_left_out_and_the_rest_is_as_planned() {
    var done =
        List.of(
            entry(REFERENCE, 100, false),
            entry(STARTER, 100, false),
            entry(FAULT, 100, false),
            entry(STARTER, 101, true),
            entry(REFERENCE, 102, true)); // another plan's: idle it was not

    assertThat(told(plan.rounds(done)))
        .containsExactly(
            "idle reference 102, starter 102, reference 104, starter 104",
            "busy reference 101, late 101, reference 103, starter 103");
  }

  @Test
  void more_runs_than_before_go_on_with_new_seeds() {
    var done = new ArrayList<Entry>();
    for (var round : plan.rounds(List.of())) {
      round.turns().forEach(t -> done.add(entry(t.variant(), t.seed(), round.busy())));
    }
    var longer = new Plan(plan.variants(), 6, 2, true, 100);

    assertThat(plan.rounds(done)).isEmpty();
    assertThat(told(longer.rounds(done))).containsExactly("busy reference 105, starter 105");
    assertThat(Plan.gradings(longer.rounds(done))).isEqualTo(2);
  }

  @Test
  void gradings_of_a_variant_that_has_changed_since_do_not_count() {
    var changed =
        new Variant("late", FAULT.kind(), "late", "", List.of(), Map.of("A.java", "class B {}"));
    var done = List.of(entry(FAULT, 100, false), entry(changed, 101, true));
    var now = new Plan(List.of(changed), 2, 2, true, 100);

    assertThat(now.of(done)).containsExactly(done.get(1));
    assertThat(now.outdated(done)).isEqualTo(1);
    assertThat(told(now.rounds(done))).containsExactly("idle late 100");
  }

  @Test
  void gradings_by_some_checks_go_on_after_those_by_all_and_never_count_for_them() {
    var checks = List.of("A#a", "A#b", "A#c", "A#d");
    var fault = new Variant("late", FAULT.kind(), "late", "", List.of("A#a"), Map.of());
    var two = new Plan(List.of(REFERENCE, fault), 2, 3, false, 100, new Sample(checks, 2));
    var all = new Plan(List.of(fault), 2, 3, false, 100);
    var done =
        List.of(
            entry(REFERENCE, 100, false),
            entry(fault, 100, false),
            entry(fault, 102, false, 2),
            entry(fault, 104, false, 1));

    assertThat(told(two.rounds(done))).containsExactly("idle reference 102, late 104");
    assertThat(two.rounds(done).get(0).turns().get(1).checks()).hasSize(3);
    assertThat(told(all.rounds(done))).containsExactly("idle late 102, late 104");
  }

  private static List<String> told(List<Round> rounds) {
    return rounds.stream()
        .map(
            round ->
                (round.busy() ? "busy " : "idle ")
                    + String.join(
                        ", ",
                        round.turns().stream()
                            .map(turn -> turn.variant().name() + " " + turn.seed())
                            .toList()))
        .toList();
  }
}
