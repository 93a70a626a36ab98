package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One run over hand-ins of every bad kind, with good ones among them. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileHandInsTest {
  @TempDir static Path temp;
  private Chatlab chatlab;
  private Chatlab.Result run;
  private List<String> hostile;
  private Map<String, SubmissionVerdict> verdicts;

  @BeforeAll
  void grade_the_class_from_hell() throws Exception {
    chatlab = new Chatlab(temp);
    Path all = temp.resolve("class");
    hostile = HandIns.hostile(all);
    HandIns.reference(all.resolve("aaa-good"));
    HandIns.reference(all.resolve("zzz-good"));
    Files.createDirectories(all.resolve("nothing-at-all"));
    Files.write(Files.createDirectory(all.resolve("broken-zip")).resolve("lab.zip"), new byte[] {'P', 'K', 3, 4, 9});
    HandIns.zip(Files.createDirectory(all.resolve("climbing-zip")).resolve("lab.zip"), "../../EchoServer.java", 10);
    HandIns.zip(Files.createDirectory(all.resolve("bomb-zip")).resolve("lab.zip"), "EchoServer.java", 200L << 20);
    run = chatlab.run("grade", "01", all, "--out", temp.resolve("report"), "--jobs", 4, "--seed", 1, "--check", HandIns.CHECK);
    verdicts =
        Results.read(temp.resolve("report/results.json")).submissions().stream()
            .collect(Collectors.toMap(SubmissionVerdict::name, verdict -> verdict));
  }

  @Test
  void each_is_a_line_in_the_report_with_a_reason() {
    assertThat(verdicts.keySet()).containsAll(hostile);
    assertThat(verdicts.values())
        .allSatisfy(
            each ->
                assertThat(
                        each.score() > 0
                            || !each.reason().isEmpty()
                            || each.checks().stream().allMatch(check -> !check.message().isEmpty()))
                    .as(each.name())
                    .isTrue());
  }

  @Test
  void good_ones_beside_them_keep_full_marks() {
    assertThat(List.of("aaa-good", "zzz-good"))
        .allSatisfy(name -> assertThat(scored(name)).isEqualTo("graded in full"));
  }

  @Test
  void mischief_beside_a_right_server_costs_it_nothing() {
    assertThat(
            List.of(
                "closes-standard-streams", "interrupts-everybody", "leaves-files",
                "leaves-processes", "looks-for-the-host", "prints-in-the-background"))
        .allSatisfy(name -> assertThat(scored(name)).as(name).isEqualTo("graded in full"));
  }

  @Test
  void none_of_the_others_earns_anything() {
    var allowed = List.of("five-thousand-threads", "replaces-handlers");
    assertThat(hostile.stream().filter(name -> !allowed.contains(name)).filter(this::isWrong))
        .allSatisfy(name -> assertThat(verdicts.get(name).score()).as(name).isZero());
  }

  @Test
  void each_says_what_happened() {
    assertThat(message("constructor-exits")).contains("exit status 0");
    assertThat(message("initialiser-exits")).contains("exit status 7");
    assertThat(message("constructor-sleeps")).contains("new EchoServer(0) to return");
    assertThat(message("initialiser-throws")).contains("static initialiser");
    assertThat(message("constructor-recurses")).contains("StackOverflowError");
    assertThat(message("direct-memory-without-end")).contains("OutOfMemoryError");
    assertThat(message("never-reads")).contains("silence");
    assertThat(message("port-of-nobody")).contains("connection refused");
    assertThat(verdicts.get("does-not-compile").reason()).contains("EchoServer.java:9: error");
  }

  @Test
  void bad_archives_are_left_for_a_person_and_the_exit_status_says_so() {
    assertThat(List.of("broken-zip", "climbing-zip", "bomb-zip"))
        .allSatisfy(
            name -> assertThat(verdicts.get(name).status()).as(name).isEqualTo(Status.NOT_JUDGED));
    assertThat(verdicts.get("nothing-at-all").status()).isEqualTo(Status.EMPTY);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
  }

  @Test
  void no_process_no_temporary_file_and_no_file_of_theirs_is_left() throws IOException {
    var sleepers =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().command().orElse("").endsWith("sleep"))
            .flatMap(process -> process.info().arguments().stream().flatMap(Arrays::stream));
    assertThat(sleepers).doesNotContain("986", "987");
    assertThat(HandIns.list(chatlab.temporary())).isEmpty();
    assertThat(temp.resolve("server.log")).doesNotExist();
  }

  private boolean isWrong(String name) {
    return !Files.exists(Path.of("src/test/hand-ins", name, "Mischief.java"));
  }

  private String message(String name) {
    return verdicts.get(name).checks().get(0).message();
  }

  private String scored(String name) {
    var verdict = verdicts.get(name);
    return verdict.score() == verdict.max()
        ? verdict.status().label() + " in full"
        : verdict.checks().toString();
  }
}
