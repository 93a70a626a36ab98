package chatlabs.grader.soak;

import static chatlabs.grader.soak.Made.REFERENCE;
import static chatlabs.grader.soak.Made.STARTER;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variant.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final List<String> CHECKS = List.of("A#a", "A#b", "A#c", "A#d", "A#e");
  private static final Variant FAULT =
      new Variant("late", Kind.FAULT, "late", "", List.of("A#b", "A#d"), Map.of());

  private final Sample sample = new Sample(CHECKS, 1);

  @Test
  void a_fault_is_judged_by_all_that_catch_it_and_by_some_others() {
    assertThat(sample.of(FAULT, 1))
        .hasSize(3)
        .contains("A#b", "A#d")
        .doesNotHaveDuplicates()
        .allMatch(CHECKS::contains);
  }

  @Test
  void over_many_seeds_each_check_has_its_turn_and_a_seed_has_always_the_same() {
    var seen = new HashSet<String>();
    for (int seed = 0; seed < 100; seed++) {
      seen.addAll(sample.of(FAULT, seed));
      assertThat(sample.of(FAULT, seed)).isEqualTo(new Sample(CHECKS, 1).of(FAULT, seed));
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(CHECKS);
  }

  @Test
  void what_is_no_fault_is_judged_by_all_and_so_is_a_fault_where_there_are_no_more_others() {
    assertThat(sample.of(REFERENCE, 1)).isEmpty();
    assertThat(sample.of(STARTER, 1)).isEmpty();
    assertThat(new Sample(CHECKS, 3).of(FAULT, 1)).isEmpty();
    assertThat(Sample.NONE.of(FAULT, 1)).isEmpty();
  }

  @Test
  void a_fault_that_names_no_check_yet_is_judged_by_all() {
    var unnamed = new Variant("new", Kind.FAULT, "new", "", List.of(), Map.of());
    assertThat(sample.of(unnamed, 1)).isEmpty();
  }

  @Test
  void none_of_the_others_are_wanted() {
    assertThat(new Sample(CHECKS, 0).of(FAULT, 1)).containsExactly("A#b", "A#d");
  }
}
