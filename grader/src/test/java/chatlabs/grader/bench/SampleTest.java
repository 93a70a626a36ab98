package chatlabs.grader.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void the_median_is_the_one_in_the_middle_whatever_the_order() {
    assertThat(new Sample(List.of(90.0, 10.0, 20.0)).median()).isEqualTo(20.0);
    assertThat(new Sample(List.of(7.0)).median()).isEqualTo(7.0);
  }

  @Test
  void of_an_even_number_it_is_the_mean_of_the_two_in_the_middle() {
    assertThat(new Sample(List.of(90.0, 10.0, 20.0, 30.0)).median()).isEqualTo(25.0);
  }

  @Test
  void its_text_has_the_median_the_least_and_the_most() {
    assertThat(new Sample(List.of(1234.5, 2.0, 3.25)))
        .hasToString("     3.3 ms   (2.0 to 1234.5, 3 runs)");
  }
}
