package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle, and gone on with. */
@TestInstance(Lifecycle.PER_CLASS)
class ResumeTest {
  private static final int HAND_INS = 8;
  private static final int SEED = 7;

  @TempDir static Path temp;
  private Chatlab chatlab;
  private Chatlab.Result anew;
  private Chatlab.Result otherSeed;
  private Chatlab.Result otherChecks;
  private Chatlab.Result resumed;
  private Chatlab.Result again;
  private String complete;
  private List<String> done;
  private List<SubmissionVerdict> verdicts;

  @BeforeAll
  void kill_a_run_and_go_on_with_it() throws Exception {
    chatlab = new Chatlab(temp);
    for (int i = 0; i < HAND_INS; i++) {
      HandIns.reference(temp.resolve("class/student-" + i));
    }
    killInTheMiddle();
    done = done();
    for (String name : done) {
      Files.writeString(temp.resolve("class/" + name + "/EchoServer.java"), "class EchoServer {");
    }
    Files.writeString(parts().resolve(".part-1"), "{ \"half-writ"); // killed while it wrote
    anew = grade();
    otherSeed = grade("--resume", "--seed", SEED + 1);
    otherChecks =
        chatlab.run("grade", "01", "class", "--out", "report", "--resume", "--jobs", 2);
    resumed = grade("--resume");
    verdicts = Results.read(temp.resolve("report/results.json")).submissions();
    complete = Files.readString(temp.resolve("report/results.json"));
    again = grade("--resume");
  }

  @Test
  void to_begin_anew_is_refused_and_harms_nothing() {
    assertThat(anew.exit()).isEqualTo(2);
    assertThat(anew.output()).contains("an interrupted run, on " + done.size() + " of its hand-ins", "--resume", "--out").doesNotContain("\tat ");
  }

  @Test
  void another_seed_is_refused_and_harms_nothing() {
    assertThat(otherSeed.exit()).isEqualTo(2);
    assertThat(otherSeed.output()).contains("seed " + SEED).doesNotContain("\tat ");
  }

  @Test
  void other_checks_are_refused_and_harm_nothing() {
    assertThat(otherChecks.exit()).isEqualTo(2);
    assertThat(otherChecks.output()).contains("other checks", "--check").doesNotContain("\tat ");
  }

  @Test
  void a_complete_run_is_not_done_again() throws IOException {
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.output()).contains("--resume", "complete").doesNotContain("\tat ");
    assertThat(temp.resolve("report/results.json")).hasContent(complete);
  }

  @Test
  void each_hand_in_is_there_once() {
    assertThat(resumed.exit()).as(resumed.output()).isZero();
    assertThat(verdicts)
        .hasSize(HAND_INS)
        .extracting(SubmissionVerdict::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_was_done_is_not_graded_again() {
    assertThat(done).isNotEmpty().hasSizeLessThan(HAND_INS);
    // Those that were done are broken now: graded again, they would not compile.
    assertThat(verdicts)
        .allSatisfy(each -> assertThat(each.score()).as(each.name()).isEqualTo(each.max()));
  }

  @Test
  void the_seed_is_that_of_the_beginning() throws IOException {
    assertThat(Results.read(temp.resolve("report/results.json")).seed()).isEqualTo(SEED);
  }

  @Test
  void a_finished_run_leaves_no_parts() throws IOException {
    assertThat(HandIns.list(temp.resolve("report")))
        .extracting(path -> path.getFileName().toString())
        .containsExactly("grades.csv", "junit.xml", "report.html", "results.json", "students");
  }

  private void killInTheMiddle() throws Exception {
    var process = chatlab.start(temp.resolve("killed.txt"), arguments("--seed", SEED));
    while (done().size() < 2 && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    process.destroyForcibly().waitFor();
  }

  private Chatlab.Result grade(Object... more) throws Exception {
    return chatlab.run(arguments(more));
  }

  private static Object[] arguments(Object... more) {
    return Chatlab.with(
        more, "grade", "01", "class", "--out", "report", "--jobs", 2, "--check", HandIns.CHECK);
  }

  private List<String> done() throws IOException {
    if (!Files.isDirectory(parts())) {
      return List.of();
    }
    return HandIns.list(parts()).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> name.endsWith(".json"))
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .toList();
  }

  private static Path parts() {
    return temp.resolve("report/.parts");
  }
}
