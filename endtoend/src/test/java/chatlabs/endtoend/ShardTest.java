package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that two machines share. */
class ShardTest {
  @TempDir private Path temp;

  @Test
  void all_parts_together_have_each_hand_in_once() throws Exception {
    var chatlab = new Chatlab(temp);
    for (String name : new String[] {"ada", "ben", "cy", "dot", "eva"}) {
      HandIns.reference(temp.resolve("class").resolve(name));
    }
    var names = new ArrayList<String>();
    for (String part : new String[] {"1/2", "2/2"}) {
      Path out = temp.resolve("report-" + part.charAt(0));
      var run =
          chatlab.run(
              "grade", "01", "class", "--out", out, "--shard", part, "--jobs", 2,
              "--check", HandIns.CHECK);
      assertThat(run.exit()).as(run.output()).isZero();
      var verdicts = Results.read(out.resolve("results.json")).submissions();
      assertThat(verdicts).hasSizeBetween(2, 3);
      verdicts.stream().map(SubmissionVerdict::name).forEach(names::add);
    }
    assertThat(names).containsExactlyInAnyOrder("ada", "ben", "cy", "dot", "eva");
  }
}
