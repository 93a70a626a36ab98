package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlabs.grader.launch.Bubblewrap;
import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.RunVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The strict tier of the command line, and what is said where it cannot be had. */
class StrictRunTest {
  @TempDir Path temp;

  @Test
  void verdicts_behind_walls_are_those_of_the_basic_tier() throws Exception {
    assumeTrue(
        Bubblewrap.refusal().isEmpty(),
        () -> "STRICT TIER NOT TESTED: " + Bubblewrap.refusal().orElse(""));
    HandIns.reference(temp.resolve("class/right"));
    HandIns.reference(temp.resolve("class/wrong"));
    Path server = temp.resolve("class/wrong/Conversation.java");
    Files.writeString(server, Files.readString(server).replace("\"ACK \"", "\"ACQ \""));
    Files.writeString(Files.createDirectory(temp.resolve("class/none")).resolve("a.txt"), "tea");

    var strict = graded("strict");
    var basic = graded("basic");

    assertThat(strict.sandbox()).startsWith("strict: ");
    assertThat(basic.sandbox()).startsWith("basic: ");
    assertThat(scores(strict)).isEqualTo(scores(basic)).hasSize(3);
  }

  @Test
  void without_bubblewrap_strict_is_refused_and_auto_says_why_it_is_not_strict() throws Exception {
    HandIns.reference(temp.resolve("class/right"));
    var chatlab = new Chatlab(temp);
    chatlab.onlyProgramsIn(Files.createDirectory(temp.resolve("programs")));

    var refused =
        chatlab.run("grade", "01", "class", "--out", "report", "--sandbox", "strict");
    var best =
        chatlab.run("grade", "01", "class", "--out", "report", "--check", HandIns.CHECK);

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.output()).contains("--sandbox strict", "apt install bubblewrap", "doctor");
    assertThat(best.exit()).as(best.output()).isZero();
    assertThat(best.output()).contains("Sandbox basic", "not strict: bubblewrap is not installed");
  }

  private RunVerdict graded(String tier) throws IOException, InterruptedException {
    var run =
        new Chatlab(temp)
            .run(
                "grade", "01", "class", "--out", tier, "--sandbox", tier, "--seed", 3, "--check",
                HandIns.CHECK);
    assertThat(run.exit()).as(run.output()).isZero();
    return Results.read(temp.resolve(tier).resolve("results.json"));
  }

  private static List<String> scores(RunVerdict run) {
    return run.submissions().stream()
        .map(each -> each.name() + " " + each.status() + " " + each.score() + " of " + each.max())
        .toList();
  }
}
