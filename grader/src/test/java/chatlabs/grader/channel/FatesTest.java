package chatlabs.grader.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chatlabs.grader.transcript.Mishap;
import chatlabs.grader.wire.FrameName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fates, and what decides them. */
class FatesTest {
  private long number;

  @Test
  void fates_add_up() {
    var all =
        Fate.DOUBLED
            .and(Fate.damaged(3))
            .and(Fate.delayed(Duration.ofMillis(30)))
            .and(Fate.damaged(4));
    assertThat(all.words()).isEqualTo("doubled, bit 3 flipped, bit 4 flipped, delayed 30 ms");
    assertThat(all.mishaps())
        .containsExactlyInAnyOrder(Mishap.DOUBLED, Mishap.DAMAGED, Mishap.DELAYED);
    assertThat(all.applied(new byte[] {0, 1})).containsExactly(0x18, 1);
    assertThat(Fate.DOUBLED.and(Fate.DOUBLED).words()).isEqualTo("4 copies");
    assertThat(all.and(Fate.LOST).words()).isEqualTo("lost");
    assertThat(all.and(Fate.LOST).mishaps()).containsExactly(Mishap.LOST);
    assertThat(Fate.PASS.words()).isEmpty();
    assertThat(Fate.heldUntil("D 3").words()).isEqualTo("held until D 3 has passed");
  }

  @Test
  void damage_leaves_the_bytes_as_they_were_and_an_empty_datagram_empty() {
    byte[] sent = {0};
    assertThat(Fate.damaged(0).applied(sent)).containsExactly(0x80);
    assertThat(Fate.damaged(15).applied(sent)).containsExactly(1);
    assertThat(sent).containsExactly(0);
    assertThat(Fate.damaged(0).applied(new byte[0])).isEmpty();
  }

  @Test
  void a_script_goes_by_identity_and_count() {
    var script = new Script().on("A 3", 2, Fate.LOST).each("D 1", Fate.DOUBLED);
    assertThat(script.of(arrival("A", 3, 1))).isEqualTo(Fate.PASS);
    assertThat(script.of(arrival("A", 3, 2))).isEqualTo(Fate.LOST);
    assertThat(script.of(arrival("A", 3, 3))).isEqualTo(Fate.PASS);
    assertThat(script.of(arrival("A", 30, 2))).isEqualTo(Fate.PASS);
    for (int nth = 1; nth < 5; nth++) {
      assertThat(script.of(arrival("D", 1, nth))).isEqualTo(Fate.DOUBLED);
    }
  }

  @Test
  void a_rule_for_the_next_ones_is_used_up() {
    var script = new Script().next(2, a -> a.frame().kind().equals("D"), Fate.LOST);
    assertThat(script.of(arrival("A", 0, 1))).isEqualTo(Fate.PASS);
    assertThat(script.of(arrival("D", 0, 1))).isEqualTo(Fate.LOST);
    assertThat(script.of(arrival("D", 0, 2))).isEqualTo(Fate.LOST);
    assertThat(script.of(arrival("D", 0, 3))).isEqualTo(Fate.PASS);
  }

  @Test
  void what_no_rule_is_for_others_decide_and_rules_can_be_forgotten() {
    var script = new Script(a -> Fate.DOUBLED).each("D 0", Fate.LOST);
    assertThat(script.of(arrival("A", 0, 1))).isEqualTo(Fate.DOUBLED);
    script.others(Fates.PASS);
    assertThat(script.of(arrival("A", 0, 1))).isEqualTo(Fate.PASS);
    assertThat(script.clear().of(arrival("D", 0, 1))).isEqualTo(Fate.PASS);
  }

  @Test
  void chance_keeps_to_its_rates() {
    var rates = new Rates(.2, .1, .3, Duration.ofMillis(10));
    var fates = drawn(new Chance(7, rates), Way.FORTH, 20_000);
    assertThat(part(fates, Mishap.LOST)).isBetween(.18, .22);
    assertThat(part(fates, Mishap.DOUBLED)).isBetween(.8 * .09, .8 * .11);
    assertThat(part(fates, Mishap.DAMAGED)).isBetween(.8 * .28, .8 * .32);
    assertThat(part(fates, Mishap.DELAYED)).isBetween(.78, .82);
    assertThat(fates)
        .allMatch(fate -> fate.delay().compareTo(Duration.ofMillis(10)) < 0)
        .anyMatch(fate -> fate.delay().compareTo(Duration.ofMillis(9)) > 0);
  }

  @Test
  void certain_is_always_and_never_is_never() {
    assertThat(drawn(new Chance(1, Rates.loss(1)), Way.BACK, 1_000)).containsOnly(Fate.LOST);
    assertThat(drawn(new Chance(1, Rates.NONE), Way.BACK, 1_000)).containsOnly(Fate.PASS);
  }

  @Test
  void the_same_seed_decides_the_same_whatever_goes_the_other_way() {
    var one = new Chance(7, Rates.loss(.5));
    var other = new Chance(7, Rates.loss(.5));
    drawn(other, Way.BACK, 17);
    assertThat(drawn(other, Way.FORTH, 200)).isEqualTo(drawn(one, Way.FORTH, 200));
    assertThat(drawn(new Chance(8, Rates.loss(.5)), Way.FORTH, 200))
        .isNotEqualTo(drawn(new Chance(7, Rates.loss(.5)), Way.FORTH, 200));
  }

  @Test
  void each_direction_has_its_own_luck() {
    var chance = new Chance(7, Rates.loss(.5));
    assertThat(drawn(chance, Way.FORTH, 200)).isNotEqualTo(drawn(chance, Way.BACK, 200));
  }

  @Test
  void one_rate_does_not_move_what_another_decides() {
    var loss = drawn(new Chance(7, Rates.loss(.3)), Way.FORTH, 500);
    var both = drawn(new Chance(7, Rates.loss(.3).withDamage(.5)), Way.FORTH, 500);
    for (int i = 0; i < loss.size(); i++) {
      assertThat(both.get(i).lost()).isEqualTo(loss.get(i).lost());
    }
  }

  @Test
  void impossible_rates_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rates.loss(1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> Rates.NONE.withDamage(-.1));
    assertThatIllegalArgumentException().isThrownBy(() -> Rates.NONE.withDoubling(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rates.NONE.withJitter(Duration.ofMillis(-1)));
  }

  private List<Fate> drawn(Chance chance, Way way, int count) {
    var fates = new ArrayList<Fate>();
    for (int i = 0; i < count; i++) {
      fates.add(chance.of(new Arrival(way, new FrameName("D", i, ""), 1, i, 20)));
    }
    return fates;
  }

  private static double part(List<Fate> fates, Mishap mishap) {
    return fates.stream().filter(f -> f.mishaps().contains(mishap)).count() / (double) fates.size();
  }

  private Arrival arrival(String kind, int sequence, int nth) {
    return new Arrival(Way.FORTH, new FrameName(kind, sequence, ""), nth, ++number, 10);
  }
}
