package chatlabs.grader.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "20%, 0.2",
    "20 %, 0.2",
    "0.2, 0.2",
    ".5, 0.5",
    "0, 0",
    "100%, 1",
    "1, 1",
    "0.5%, 0.005"
  })
  void rates_are_read_as_people_write_them(String typed, double rate) {
    assertThat(Amounts.rate(typed)).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({
    "20, write 20% or",
    "120%, from 0% to 100%",
    "-1%, write 20% or 0.2",
    "many, write 20% or 0.2",
    "'', write 20% or 0.2",
    "1e9, write 20% or 0.2",
    "NaN, write 20% or 0.2",
  })
  void what_is_no_rate_is_told_how_to_write_one(String typed, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amounts.rate(typed))
        .withMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource({
    "30ms, 30000",
    "30 MS, 30000",
    "1.5s, 1500000",
    "0, 0",
    "0.25ms, 250",
    "60s, 60000000"
  })
  void times_are_read_as_people_write_them(String typed, long micros) {
    assertThat(Amounts.time(typed)).isEqualTo(Duration.ofNanos(micros * 1000));
  }

  @ParameterizedTest
  @CsvSource({
    "30, write 30ms or 30s",
    "61s, at most one minute",
    "-5ms, write 30ms or 1.5s",
    "soon, write 30ms or 1.5s",
    "999999999s, at most one minute",
  })
  void what_is_no_time_is_told_how_to_write_one(String typed, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amounts.time(typed))
        .withMessageContaining(told);
  }

  @Test
  void both_are_shown_without_needless_zeros() {
    assertThat(Amounts.shown(0.2)).isEqualTo("20%");
    assertThat(Amounts.shown(0.005)).isEqualTo("0.5%");
    assertThat(Amounts.shown(0)).isEqualTo("0%");
    assertThat(Amounts.shown(Duration.ofMillis(30))).isEqualTo("30 ms");
    assertThat(Amounts.shown(Duration.ofNanos(250_000))).isEqualTo("0.25 ms");
  }
}
