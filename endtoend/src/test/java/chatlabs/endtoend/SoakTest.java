package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A soak of a lab in which one of the unusual solutions wavers on purpose. */
@Execution(ExecutionMode.CONCURRENT)
class SoakTest {
  private static final Path LAB = Path.of("solutions/01-echo");
  private static final Path ARCHIVES = Path.of("target/worker");
  private static final List<Path> LINKED =
      List.of(Path.of("labs"), LAB.resolve("src"), LAB.resolve("target"), ARCHIVES);
  private static final String EXPECTED = "\"expected\":true";
  private static final Pattern AGAIN = Pattern.compile("again +\\./chatlab (selfcheck .*)\n");

  @TempDir Path temp;
  private Chatlab chatlab;
  private LinkedKit kit;
  private Path ledger;

  @BeforeEach
  void lay_out_a_kit() throws IOException {
    chatlab = new Chatlab(temp);
    ledger = temp.resolve("soak.jsonl");
    Files.createDirectories(Chatlab.HOME.resolve(ARCHIVES));
    kit = LinkedKit.in(temp.resolve("kit"), LINKED);
    Path wavers = Files.createDirectories(kit.folder().resolve(LAB).resolve("unusual/wavers"));
    String conversation = Files.readString(HandIns.REFERENCE.resolve("Conversation.java"), UTF_8);
    String wavering =
        conversation.replace(
            "reply(\"ACK \" + count", "reply((text.text().hashCode() % 9 == 0 ? \"ACQ \" : \"ACK \") + count");
    assertThat(wavering).isNotEqualTo(conversation);
    Files.writeString(wavers.resolve("Conversation.java"), wavering, UTF_8);
    chatlab.kit(kit.folder());
  }

  @AfterEach
  void cut_the_links() throws IOException {
    kit.close();
  }

  @Test
  void a_variant_that_wavers_is_told_with_its_seed_and_the_command_that_shows_it_again() throws Exception {
    var soak = soak("--runs", 4, "--load", 1, "--seed", 1);

    assertThat(soak.exit()).as(soak.output()).isEqualTo(1);
    assertThat(soak.output())
        .contains("NOT AS EXPECTED: unusual wavers, seed ", "expected   passed", "seen       failed")
        .contains("ACQ ")
        .containsPattern("unusual +wavers +2 +2 +0 +[1-4] ")
        .containsPattern("reference +reference +2 +2 +0 +0 ")
        .doesNotContain("NOT AS EXPECTED: reference");
    var again = AGAIN.matcher(soak.output());
    assertThat(again.find()).isTrue();
    var selfcheck = chatlab.run((Object[]) again.group(1).strip().split(" "));
    assertThat(selfcheck.exit()).as(selfcheck.output()).isEqualTo(1);
    assertThat(selfcheck.output()).contains("1 NOT AS EXPECTED", "should be passed and is failed");
  }

  @Test
  void an_interrupted_soak_keeps_its_ledger_whole_and_goes_on_where_it_stopped() throws Exception {
    interruptInTheMiddle();
    assertThat(chatlab.temporary()).isEmptyDirectory();
    var kept = Files.readAllLines(ledger, UTF_8);
    assertThat(kept.subList(1, kept.size())).isNotEmpty().allMatch(line -> line.endsWith("}")).allMatch(line -> line.contains(EXPECTED));
    assertThat(Files.readString(ledger, UTF_8)).endsWith("}\n");
    Files.writeString(ledger, "{\"date\":\"2026-", UTF_8, StandardOpenOption.APPEND);

    int more = kept.size() + 1; // one more than were kept
    var on = soak("--only", "reference", "--runs", more, "--ledger", ledger);

    assertThat(on.exit()).as(on.output()).isZero();
    assertThat(on.output()).contains("was torn, and is dropped").containsPattern("reference +reference +" + more + " ");
    assertThat(Files.readAllLines(ledger, UTF_8)).hasSize(more + 1).startsWith(kept.toArray(new String[0]));
  }

  @Test
  void a_ledger_of_another_tier_is_refused() throws Exception {
    assertThat(soak("--only", "starter", "--runs", 1, "--sandbox", "none", "--ledger", ledger).exit()).isZero();
    String before = Files.readString(ledger, UTF_8);

    var refused = soak("--only", "starter", "--runs", 2, "--sandbox", "basic", "--ledger", ledger);

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.output()).contains("other checks, another host, JVM or tier", "name another file").doesNotContain("\tat ");
    assertThat(ledger).hasContent(before);
  }

  @Test
  void a_variant_that_has_changed_since_is_graded_anew() throws Exception {
    Path source = temp.resolve("kit").resolve(LAB).resolve("unusual/wavers/Conversation.java");
    Object[] twice = {"--only", "starter", "--only", "wavers", "--runs", 2, "--ledger", ledger};
    soak(twice);
    var kept = Files.readAllLines(ledger, UTF_8);
    assertThat(kept).hasSize(5);
    Files.copy(
        HandIns.REFERENCE.resolve("Conversation.java"), source, StandardCopyOption.REPLACE_EXISTING);

    var on = soak(twice);

    assertThat(on.exit()).as(on.output()).isZero();
    assertThat(on.output())
        .contains("2 gradings are of variants that have changed since, and do not count")
        .contains("2 gradings are done, 2 are to come")
        .contains("4 gradings, 0 not as expected");
    assertThat(Files.readAllLines(ledger, UTF_8)).hasSize(7).startsWith(kept.toArray(new String[0]));
  }

  private void interruptInTheMiddle() throws Exception {
    var process =
        chatlab.start(
            temp.resolve("killed.txt"), arguments("--only", "reference", "--runs", 1000, "--ledger", ledger));
    while (lines() < 3 && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    Chatlab.breakOff(process);
  }

  private long lines() throws IOException {
    return Files.exists(ledger) ? Files.readString(ledger, UTF_8).lines().count() : 0;
  }

  private Chatlab.Result soak(Object... more) throws Exception {
    return chatlab.run(arguments(more));
  }

  private static Object[] arguments(Object... more) {
    return Chatlab.with(more, "soak", "01", "--jobs", 2);
  }
}
