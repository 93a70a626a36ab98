package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workers of the strict tier leave behind what the next ones start from. */
class WorkerArchiveTest {
  private static final List<Path> LINKED = List.of(Path.of("labs"), Path.of("solutions"));

  @TempDir Path temp;
  private LinkedKit kit;
  private Chatlab chatlab;

  @BeforeEach
  void lay_out_a_kit() throws IOException {
    Walls.require(List.of());
    kit = LinkedKit.in(temp.resolve("kit"), LINKED);
    chatlab = new Chatlab(temp);
    chatlab.kit(kit.folder());
  }

  @AfterEach
  void cut_the_links() throws IOException {
    if (kit != null) { // otherwise there are no walls here
      kit.close();
    }
  }

  @Test
  void one_of_the_first_run_that_judged_something_leaves_an_archive_of_its_classes() throws Exception {
    Files.createDirectories(temp.resolve("class/nothing"));
    grade();
    assertThat(archives()).isEmpty();

    HandIns.reference(temp.resolve("class/right"));
    assertThat(grade()).doesNotContain("AOT", "JAVA_TOOL_OPTIONS");
    var made = archives();
    assertThat(made).hasSize(1);
    FileTime time = Files.getLastModifiedTime(made.get(0));

    grade();
    assertThat(archives()).isEqualTo(made);
    assertThat(Files.getLastModifiedTime(made.get(0))).isEqualTo(time);
    noBeginnings();
  }

  @Test
  void a_run_that_is_broken_off_leaves_no_beginning_of_one() throws Exception {
    Path ledger = temp.resolve("soak.jsonl");
    var soak =
        chatlab.start(
            temp.resolve("soak.txt"), "soak", "01", "--only", "reference", "--runs", 1000,
            "--sandbox", "strict", "--jobs", 2, "--ledger", ledger);
    while (soak.isAlive() && (Files.notExists(ledger) || Files.readAllLines(ledger).size() < 2)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }

    Chatlab.breakOff(soak);

    assertThat(ledger).as("it was at work").isNotEmptyFile();
    assertThat(archives()).isEmpty();
    noBeginnings();
  }

  private void noBeginnings() throws IOException {
    assertThat(HandIns.list(kit.folder().resolve("target/worker")))
        .as("no beginnings of archives")
        .isNotEmpty()
        .allMatch(file -> file.toString().matches(".*\\.(jar|used|aot|jsa|jar-\\d+\\.jar)"));
  }

  private String grade() throws IOException, InterruptedException {
    var run =
        chatlab.run(
            "grade", "01", "class", "--out", "report", "--sandbox", "strict", "--jobs", 2,
            "--check", HandIns.CHECK);
    assertThat(run.exit()).as(run.output()).isZero();
    return run.output();
  }

  private List<Path> archives() throws IOException {
    return HandIns.list(kit.folder().resolve("target/worker")).stream()
        .filter(file -> file.toString().matches(".*\\.(aot|jsa)"))
        .toList();
  }
}
