package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A virtual thread that never waits keeps its carrier. A program in which many do that is slow, and
 * not wrong; it is judged alike on machines with few processors and with many.
 */
class BusyWaitTest {
  private static final Path ROOM =
      Chatlab.HOME.resolve("solutions/03-multiclient-broadcast/src/main/java/chatlabs/broadcast");
  private static final String WAITS = "lines.add(waiting.take());";
  private static final String ASKS_AGAIN_AND_AGAIN =
      "byte[] line; do { line = waiting.poll(); } while (line == null); lines.add(line);";
  private static final String SPINS =
      """
      class Spins {
        public static void main(String[] none) throws Exception {
          for (int i = 0; i < 200; i++) {
            Thread.ofVirtual().start(() -> { while (true) { Thread.onSpinWait(); } });
          }
          Thread.ofVirtual().start(() -> System.out.print("NOT HELD UP")).join();
          System.exit(0);
        }
      }
      """;

  @TempDir Path temp;

  @Test
  void a_server_with_a_busy_thread_for_each_client_is_graded_as_others_are() throws Exception {
    Path handIn = temp.resolve("class/busy");
    HandIns.copy(ROOM, handIn, Map.of(WAITS, ASKS_AGAIN_AND_AGAIN));
    assertThat(handIn.resolve("Outbox.java")).content().contains(ASKS_AGAIN_AND_AGAIN);
    var chatlab = new Chatlab(temp);
    var graded =
        chatlab.run(
            "grade", "03", handIn.getParent(), "--sandbox", "basic", "--out", temp.resolve("report"),
            "--check", "JoiningTest#says_who_is_online_in_order",
            "--check", "TalkingTest#lines_of_three_senders_arrive_whole_and_in_order",
            "--check", "TalkingTest#serves_200_users_at_the_same_time");

    assertThat(graded.exit()).as(graded.output()).isZero();
    var checks = Results.read(temp.resolve("report/results.json")).submissions().getFirst().checks();
    assertThat(checks).hasSize(3).allMatch(check -> check.verdict() == Verdict.PASSED);
  }

  @Test
  void the_jvm_of_a_lab_s_checks_goes_on_beside_200_busy_virtual_threads() throws Exception {
    Path program = temp.resolve("Spins.java");
    Files.writeString(program, SPINS, UTF_8);
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Chatlab.HOME.resolve("labs/jvm.options"),
                program.toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("out").toFile())
            .start();
    try {
      assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      java.destroyForcibly();
    }
    assertThat(temp.resolve("out")).content().contains("NOT HELD UP");
  }
}
