package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.launch.Holding;
import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hostile program of {@code --run}: a right server that reads, writes, calls out and stays. */
class HostileCommandTest {
  private static final Path SAMPLE = Chatlab.HOME.resolve("samples/python/echo_server.py");
  private static final Path PREFACE = Path.of("src/test/redteam-command/preface.py");

  private final String secret = "SECRET-" + UUID.randomUUID();
  private final String mark = "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));

  @TempDir Path temp;
  private Ear ear;
  private Path home;
  private Path hostile;

  @BeforeEach
  void lay_out() throws Exception {
    Assumptions.assumeTrue(Python.isHere() && Walls.isLinux(), "there is no python3 here");
    ear = new Ear();
    home = Files.createDirectory(temp.resolve("home"));
    Path secretFile = Files.writeString(home.resolve("notes.txt"), secret + "\n", UTF_8);
    hostile = handIn("hostile");
    handIn("right");
    var names =
        Map.of(
            "%SECRET_FILE%", secretFile.toString(),
            "%HOME%", home.toString(),
            "%PORT%", String.valueOf(ear.port()),
            "%MARK%", mark);
    String server = Files.readString(SAMPLE, UTF_8).replace("reply = f\"ACK", "reply = LOOT + f\"ACK");
    Files.writeString(
        hostile.resolve("server.py"),
        HandIns.filled(Files.readString(PREFACE, UTF_8), names) + server,
        UTF_8);
  }

  @AfterEach
  void tidy_up() throws IOException {
    Marks.alive(mark).forEach(ProcessHandle::destroyForcibly);
    if (ear != null) {
      ear.close();
    }
  }

  @Test
  void behind_walls_it_gets_at_nothing_and_its_server_is_right() throws Exception {
    Walls.require(List.of());
    Assumptions.assumeTrue(Holding.outOfWalls("python3").isEmpty(), "there is no python3 below /usr");

    var run = graded("strict");

    assertThat(run.sandbox()).startsWith("strict: ");
    assertThat(verdict(run, "right")).isEqualTo(Verdict.PASSED);
    assertThat(verdict(run, "hostile")).isEqualTo(Verdict.PASSED);
    assertThat(results()).doesNotContain(secret);
    assertThat(home.resolve("planted")).doesNotExist();
    assertThat(hostile.resolve("planted")).doesNotExist();
    assertThat(ear.hasHeard("hostile")).isFalse();
    assertThat(Marks.alive(mark)).isEmpty();
  }

  @Test
  void where_nothing_is_held_it_is_seen_to_get_out() throws Exception {
    var run = graded("none");

    assertThat(verdict(run, "right")).isEqualTo(Verdict.PASSED);
    assertThat(verdict(run, "hostile")).isEqualTo(Verdict.FAILED);
    assertThat(results()).contains(secret);
    assertThat(home.resolve("planted")).exists();
    assertThat(hostile.resolve("planted")).exists();
    assertThat(ear.hasHeard("hostile")).isTrue();
    assertThat(Marks.alive(mark)).isNotEmpty();
  }

  private Path handIn(String name) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("class").resolve(name));
    Files.copy(SAMPLE, folder.resolve("server.py"));
    return folder;
  }

  private RunVerdict graded(String tier) throws IOException, InterruptedException {
    var run =
        new Chatlab(temp)
            .run(
                "grade", "01", "class", "--run", "python3 server.py {port}", "--out", "report",
                "--sandbox", tier, "--check", HandIns.CHECK, "--jobs", 2);
    assertThat(run.exit()).as(run.output()).isZero();
    return Results.read(temp.resolve("report/results.json"));
  }

  private String results() throws IOException {
    return Files.readString(temp.resolve("report/results.json"), UTF_8);
  }

  private static Verdict verdict(RunVerdict run, String name) {
    return run.submissions().stream()
        .filter(each -> each.name().equals(name))
        .map(SubmissionVerdict::checks)
        .map(checks -> checks.get(0).verdict())
        .findFirst()
        .orElseThrow();
  }
}
