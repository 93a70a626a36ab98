package chatlabs.handouts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.selfcheck.MatrixPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published tables of checks and faults are those of the faults themselves. */
class MatrixPagesTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @TestFactory
  Stream<DynamicTest> each_lab_publishes_which_check_catches_which_fault() {
    return Labs.all(HOME).stream().map(lab -> DynamicTest.dynamicTest(lab.id(), () -> holds(lab)));
  }

  private static void holds(Lab lab) throws IOException {
    Path page = HOME.resolve("docs").resolve("matrix").resolve(lab.id() + ".md");
    String expected = MatrixPage.of(lab, CheckSuite.of(lab).checks(), Variants.all(lab));

    assertThat(page).as("./chatlab variants %s --matrix writes it", lab.id()).exists();
    assertThat(Files.readString(page, UTF_8)).isEqualTo(expected);
  }
}
