package chatlabs.grader.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the labs of this kit together, whatever labs there are. */
class ShippedLabsTest {
  static Stream<Lab> labs() {
    return Labs.all(Path.of("..").toAbsolutePath().normalize()).stream();
  }

  @ParameterizedTest
  @MethodSource("labs")
  void the_starter_is_the_solution_with_its_marked_regions_replaced(Lab lab) {
    assertThat(Starter.drift(lab)).as("mend with: ./chatlab starter " + lab.number()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("labs")
  void all_variants_can_be_made_and_differ_from_one_another(Lab lab) {
    assertThat(Variants.all(lab)).extracting(Variant::sources).doesNotHaveDuplicates();
  }
}
