package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.launch.Holding;
import chatlabs.grader.report.Results;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The chat room in another language, with threads of its own: what can be seen on the wire is judged. */
@Execution(ExecutionMode.CONCURRENT)
class PythonRoomTest {
  private static final Path SAMPLE = Chatlab.HOME.resolve("samples/python/broadcast_server.py");
  private static final String ALL_HEAR = "TalkingTest#a_line_goes_to_all_others";
  private static final String NO_ECHO = "TalkingTest#a_line_does_not_come_back_to_its_sender";
  private static final String ORDERED = "JoiningTest#says_who_is_online_in_order";
  private static final String CLOSE = "LifecycleTest#close_ends_every_thread";
  private static final String CLIENT = "ChatClientTest#quit_shows_BYE_and_returns";

  @TempDir static Path temp;
  private static Chatlab chatlab;

  @BeforeAll
  static void look_for_python() throws Exception {
    chatlab = Python.beside(SAMPLE, temp);
  }

  @Test
  void passes_all_that_can_be_seen() throws Exception {
    var run = chatlab.run("check", "03", "--run", "python3 broadcast_server.py {port}");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("failed 0 ", "not started 0 ")
        .doesNotContain("passed 0 ", "unstable");
  }

  /** With all checks, so that each of them is seen to work through the walls. */
  @Test
  void behind_walls_it_keeps_its_marks() throws Exception {
    Walls.require(List.of());
    Assumptions.assumeTrue(Holding.outOfWalls("python3").isEmpty(), "no python3 below /usr");
    Path folder = Files.createDirectories(temp.resolve("class/right"));
    Files.copy(SAMPLE, folder.resolve("broadcast_server.py"));
    var run =
        chatlab.run(
            "grade", "03", "class", "--run", "python3 broadcast_server.py {port}",
            "--out", "report", "--sandbox", "strict");
    assertThat(run.exit()).as(run.output()).isZero();
    var verdict = Results.read(temp.resolve("report/results.json")).submissions().get(0);
    assertThat(verdict.score()).as(verdict.toString()).isEqualTo(verdict.max()).isPositive();
  }

  @Test
  void one_that_runs_already_is_judged_check_after_check_and_goes_on_running() throws Exception {
    var server =
        new ProcessBuilder("python3", SAMPLE.toString(), "0").redirectErrorStream(true).start();
    try (var output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
      String port = output.readLine().replace("LISTENING ", "");
      var run =
          chatlab.run(
              "check", "03", "--at", "localhost:" + port,
              "--check", ALL_HEAR, "--check", NO_ECHO, "--check", ORDERED,
              "--check", CLOSE, "--check", CLIENT);
      assertThat(run.output()).contains("Score 6 of 6", "passed 3 ", "failed 0 ", "not judged 2");
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void one_with_a_mistake_fails_the_check_of_it() throws Exception {
    String wrong = Files.readString(SAMPLE, UTF_8).replace("if other != name:", "if True:");
    Files.writeString(temp.resolve("wrong.py"), wrong);
    var run =
        chatlab.run(
            "check", "03", "--run", "python3 wrong.py {port}",
            "--check", ALL_HEAR, "--check", NO_ECHO);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("passed 1 ", "failed 1 ").doesNotContain("\tat ");
  }
}
