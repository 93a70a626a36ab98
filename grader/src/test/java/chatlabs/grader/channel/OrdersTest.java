package chatlabs.grader.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chatlabs.grader.wire.FrameFormat;
import chatlabs.grader.wire.FrameName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
  private final Chance chance = new Chance(1, Rates.NONE);
  private final Script script = new Script(chance);
  @AutoClose private Channel channel;
  private Orders orders;

  @BeforeEach
  void open() throws IOException {
    var loopback = InetAddress.getLoopbackAddress();
    channel =
        new Channel(
            new InetSocketAddress(loopback, 0),
            new InetSocketAddress(loopback, 9),
            FrameFormat.of("kind:1 number:1 text:*"),
            (passage, leg) -> {});
    orders = new Orders(channel, script, chance, new Sums("receiver"));
  }

  @Test
  void rates_are_changed_one_by_one() {
    assertThat(orders.follow("loss 50%")).isEqualTo("loss 50%");
    assertThat(orders.follow("  DOUBLE   .1 ")).isEqualTo("double 10%");
    assertThat(orders.follow("damage 5 %")).isEqualTo("damage 5%");
    assertThat(orders.follow("jitter 5ms")).isEqualTo("jitter 5 ms");
    assertThat(orders.follow("delay 1.5 s")).isEqualTo("delay 1500 ms");
    assertThat(chance.rates()).isEqualTo(new Rates(.5, .1, .05, Duration.ofMillis(5)));
  }

  @Test
  void something_happens_to_the_next_frame_and_only_to_that() {
    assertThat(orders.follow("lose next")).isEqualTo("the next frame will be lost");
    assertThat(fate("D", 0)).isEqualTo(Fate.LOST);
    assertThat(fate("D", 0)).isEqualTo(Fate.PASS);
  }

  @Test
  void something_happens_to_the_next_few() {
    assertThat(orders.follow("double next 2")).isEqualTo("the next 2 frames will be doubled");
    assertThat(fate("D", 0)).isEqualTo(Fate.DOUBLED);
    assertThat(fate("A", 0)).isEqualTo(Fate.DOUBLED);
    assertThat(fate("D", 0)).isEqualTo(Fate.PASS);
  }

  @Test
  void something_happens_to_the_next_of_a_kind_or_of_a_number() {
    assertThat(orders.follow("lose a 3")).isEqualTo("the next a 3 will be lost");
    assertThat(orders.follow("hold D")).startsWith("the next D will be held until");
    assertThat(fate("A", 30)).isEqualTo(Fate.PASS);
    assertThat(fate("A", 3)).isEqualTo(Fate.LOST);
    assertThat(fate("D", 7).heldUntil()).isEqualTo(Fate.NEXT);
  }

  @Test
  void damage_without_a_rate_is_for_the_next_frame() {
    assertThat(orders.follow("damage next")).isEqualTo("the next frame will be damaged");
    assertThat(fate("D", 0).applied(new byte[2])).containsExactly(0x80, 0);
  }

  @Test
  void what_was_to_happen_can_be_forgotten() {
    orders.follow("lose next 100");
    orders.follow("forget");
    assertThat(fate("D", 0)).isEqualTo(Fate.PASS);
  }

  @Test
  void orders_of_one_word_are_confirmed() {
    assertThat(orders.follow("cut")).contains("is cut");
    assertThat(orders.follow("mend")).contains("whole again");
    assertThat(orders.follow("release")).isEqualTo("released: 0");
    assertThat(orders.follow("sums")).contains("came", "lost", "to receiver", "back");
    assertThat(orders.follow("")).isEmpty();
  }

  @Test
  void help_names_each_order() {
    assertThat(orders.follow("help").lines().map(line -> line.split("\\s+")[0]))
        .allSatisfy(
            order -> {
              try {
                orders.follow(order);
              } catch (IllegalArgumentException mistake) {
                assertThat(mistake).hasMessageStartingWith("say ");
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "loss | say how much: loss 20%",
        "loss much | 'much' is no rate: write 20% or 0.2",
        "delay 5 | '5' has no unit: write 5ms or 5s",
        "lose | say which: next, next 3, A, or A 3",
        "lose A 3 4 | 'A 3 4' is no frame",
        "lose next one | 'next one' is no frame",
        "lose nxt | 'nxt' is no frame: say next",
        "hold data 3 | 'data 3' is no frame",
        "cut it | 'cut it' is no order; try help",
        "explode | 'explode' is no order; try help",
      })
  void a_mistake_is_told_with_what_to_write(String order, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> orders.follow(order))
        .withMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lose next 9999999", "loss 100%", "delay 60s"})
  void the_largest_amounts_are_fine(String order) {
    assertThat(orders.follow(order)).isNotEmpty();
  }

  private Fate fate(String kind, int number) {
    return script.of(new Arrival(Way.FORTH, new FrameName(kind, number, ""), 1, 1, 8));
  }
}
