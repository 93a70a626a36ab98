package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A hand-in of an earlier run, judged again. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayTest {
  @TempDir static Path temp;
  private Chatlab chatlab;

  @BeforeAll
  void grade() throws Exception {
    chatlab = new Chatlab(temp);
    HandIns.reference(temp.resolve("class/right"));
    HandIns.hostile("port-of-nobody", temp.resolve("class/wrong"));
    var run = chatlab.run("grade", "01", "class", "--out", "report", "--check", HandIns.CHECK);
    assertThat(run.exit()).as(run.output()).isZero();
  }

  @Test
  void a_failing_one_fails_in_the_same_way() throws Exception {
    var replay = chatlab.run("replay", "report", "class", "wrong");
    assertThat(replay.output())
        .contains("The verdicts are those of the run.", "connection refused", "failed 1 ");
    assertThat(replay.exit()).isZero();
  }

  @Test
  void one_that_was_corrected_since_differs() throws Exception {
    HandIns.reference(temp.resolve("later/right"));
    HandIns.reference(temp.resolve("later/wrong"));
    var replay = chatlab.run("replay", "report/results.json", "later", "wrong");
    assertThat(replay.output()).contains("Differs: " + HandIns.CHECK);
    assertThat(replay.exit()).isEqualTo(1);
  }

  @Test
  void a_name_that_is_not_in_the_run_is_wrong_use() throws Exception {
    var replay = chatlab.run("replay", "report", "class", "nobody");
    assertThat(replay.output()).contains("no hand-in 'nobody'", "right", "wrong");
    assertThat(replay.exit()).isEqualTo(2);
  }
}
