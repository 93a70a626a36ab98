package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequirementsTest {

  @Test
  void numbers_are_sorted_as_numbers() {
    assertThat(Stream.of("LINE-1", "ECHO-10", "ECHO-2", "misc").sorted(Requirements.ORDER))
        .containsExactly("ECHO-2", "ECHO-10", "LINE-1", "misc");
  }

  @Test
  void ids_of_one_family_share_its_name() {
    assertThat(Requirements.compact(List.of("ECHO-2", "ECHO-10", "LINE-1", "misc", "other")))
        .isEqualTo("ECHO-2,10 LINE-1 misc other");
  }
}
