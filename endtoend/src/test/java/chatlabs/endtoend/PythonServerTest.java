package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.launch.Holding;
import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A server in another language: only what can be seen on the wire is judged. */
@TestInstance(Lifecycle.PER_CLASS)
class PythonServerTest {
  private static final Path SAMPLE = Chatlab.HOME.resolve("samples/python/echo_server.py");
  private static final String RUN = "python3 echo_server.py {port}";
  private static final String CLIENT = "EchoClientTest#a_line_goes_out_and_its_reply_comes_back";
  private static final String CLOSE = "EchoLifecycleTest#close_ends_every_thread";

  @TempDir static Path temp;
  private Chatlab chatlab;

  @BeforeAll
  void look_for_python() throws Exception {
    chatlab = Python.beside(SAMPLE, temp);
  }

  @Test
  void folders_are_graded_with_a_command() throws Exception {
    handIn("right", text -> text);
    handIn("counts-from-0", text -> text.replace("count += 1", "count += 0"));
    Files.createDirectories(temp.resolve("class/nothing"));
    var run =
        chatlab.run(
            "grade", "01", "class", "--run", RUN, "--out", "report", "--jobs", 2,
            "--check", HandIns.CHECK, "--check", CLIENT, "--check", CLOSE);
    assertThat(run.exit()).as(run.output()).isZero();
    var verdicts = verdicts("report");
    assertThat(verdicts).containsKeys("right", "counts-from-0", "nothing");
    var right = verdicts.get("right");
    assertThat(right.score()).isEqualTo(right.max());
    assertThat(right.max()).as("only what was judged").isEqualTo(points(right, HandIns.CHECK));
    assertThat(verdict(right, CLIENT)).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(verdict(right, CLOSE)).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(verdict(verdicts.get("counts-from-0"), HandIns.CHECK)).isEqualTo(Verdict.FAILED);
    assertThat(verdicts.get("nothing").score()).isZero();
  }

  /** With all checks, so that each of them is seen to work through the walls. */
  @Test
  void behind_walls_it_keeps_its_marks() throws Exception {
    Walls.require(List.of());
    Assumptions.assumeTrue(Holding.outOfWalls("python3").isEmpty(), "no python3 below /usr");
    handIn("walled", text -> text);
    var run =
        chatlab.run(
            "grade", "01", "class", "--run", RUN, "--out", "walls", "--sandbox", "strict", "--seed", 1);
    assertThat(run.exit()).as(run.output()).isZero();
    var walled = verdicts("walls").get("walled");
    assertThat(walled.score()).as(walled.toString()).isEqualTo(walled.max()).isPositive();
    assertThat(temp.resolve("class/walled")).isDirectoryNotContaining("glob:**__pycache__");
  }

  @Test
  void one_server_is_started_and_passes_all_that_can_be_seen() throws Exception {
    var run = chatlab.run("check", "01", "--run", RUN);
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("failed 0 ", "not started 0 ").doesNotContain("passed 0 ");
  }

  @Test
  void a_server_that_runs_already_is_judged_and_goes_on_running() throws Exception {
    var server =
        new ProcessBuilder("python3", SAMPLE.toString(), "0").redirectErrorStream(true).start();
    try (var output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      String port = output.readLine().replace("LISTENING ", "");
      var run =
          chatlab.run(
              "check", "01", "--at", "localhost:" + port,
              "--check", HandIns.CHECK, "--check", CLIENT, "--check", CLOSE);
      assertThat(run.output()).contains("Score 2 of 2", "passed 1 ", "failed 0 ", "not judged 2");
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_server_that_fails_a_check_ends_with_1() throws Exception {
    Files.writeString(
        temp.resolve("wrong.py"), Files.readString(SAMPLE, UTF_8).replace("count += 1", "pass"));
    var run =
        chatlab.run("check", "01", "--run", "python3 wrong.py {port}", "--check", HandIns.CHECK);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("failed 1 ").doesNotContain("\tat ");
  }

  private static void handIn(String name, Function<String, String> change) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("class").resolve(name));
    String text = Files.readString(SAMPLE, UTF_8);
    Files.writeString(folder.resolve("echo_server.py"), change.apply(text));
  }

  private static Map<String, SubmissionVerdict> verdicts(String report) throws IOException {
    return Results.read(temp.resolve(report).resolve("results.json")).submissions().stream()
        .collect(Collectors.toMap(SubmissionVerdict::name, verdict -> verdict));
  }

  private static Verdict verdict(SubmissionVerdict verdict, String check) {
    return check(verdict, check).verdict();
  }

  private static int points(SubmissionVerdict verdict, String check) {
    return check(verdict, check).points();
  }

  private static CheckVerdict check(SubmissionVerdict verdict, String id) {
    return verdict.checks().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
