package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the checks of a lab take, as the command tells it. */
class SuiteBenchTest {
  @Test
  void it_measures_the_labs_that_are_named(@TempDir Path temp) throws Exception {
    var bench = new Chatlab(temp).run("bench", "suite", "1", "--rounds", "2", "--sandbox", "basic");
    assertThat(bench.exit()).as(bench::output).isZero();
    assertThat(bench.output().lines().skip(1))
        .hasSize(2)
        .satisfiesExactly(
            lab ->
                assertThat(lab)
                    .matches(
                        "01-echo +[0-9.]+ ms +\\([0-9.]+ to [0-9.]+, 2 runs\\)"
                            + " +the first time [0-9.]+ ms"),
            tier -> assertThat(tier).startsWith("Sandbox basic: "));
  }
}
