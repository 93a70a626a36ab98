package chatlabs.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.wire.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
  private static final String SERVER =
      """
      package lab.ping;

      import java.io.*;
      import java.net.*;

      public final class PingServer {
        public static void main(String[] args) throws IOException {
          var listener = new ServerSocket(Integer.parseInt(args[0]));
          System.out.println("LISTENING " + listener.getLocalPort());
          var answer = args.length > 1 ? args[1] : "pong";
          while (true) {
            try (var client = listener.accept()) {
              var in = new BufferedReader(new InputStreamReader(client.getInputStream()));
              while (in.readLine() != null) {
                client.getOutputStream().write((answer + "\\n").getBytes());
              }
            }
          }
        }
      }
      """;

  @TempDir private Path home;
  private SmallKit kit;

  @BeforeEach
  void make_a_kit_with_a_server() {
    kit = new SmallKit(home).write(SmallKit.SERVER, SERVER);
  }

  @Test
  void a_time_on_the_page_stands_for_any_time() {
    assertThat(
            Times.sameOtherwise("at 2026-01-01T00:00:00Z, hi", "at 2027-12-31T23:59:59.123Z, hi"))
        .isTrue();
    assertThat(Times.sameOtherwise("at 2026-01-01T00:00:00Z, hi", "at noon, hi")).isFalse();
    assertThat(Times.sameOtherwise("at 2026-01-01T00:00:00Z, hi", "at 2026-01-01T00:00:00Z, ho"))
        .isFalse();
  }

  @Test
  void a_session_that_goes_as_the_page_says_has_no_problem() throws InterruptedException {
    kit.replace(
        SmallKit.HANDOUT,
        "you > ping\nyou < pong\n",
        """
        you > "pi"
        you > "ng\\r\\n"
        you < pong
        you > (ends its output)
        you < (end of stream)
        """);
    assertThat(play()).isEmpty();
  }

  @Test
  void a_line_that_comes_otherwise_is_a_problem_of_its_line_in_the_page()
      throws InterruptedException {
    kit.replace(SmallKit.HANDOUT, "you < pong", "you < PONG");
    assertThat(play()).isEqualTo(SmallKit.HANDOUT + ":22: expected \"PONG\" but got \"pong\"");
  }

  @Test
  void an_end_that_does_not_come_is_a_problem() throws InterruptedException {
    kit.replace(SmallKit.HANDOUT, "you < pong\n", "you < pong\nyou < (end of stream)\n");
    assertThat(play()).contains("the end of the stream").contains(":23:");
  }

  @Test
  void words_behind_the_lab_are_passed_to_the_server() throws InterruptedException {
    kit.replace(SmallKit.HANDOUT, "session: 07-ping", "session: 07-ping peng")
        .replace(SmallKit.HANDOUT, "you < pong", "you < peng");
    assertThat(play()).isEmpty();
  }

  @Test
  void a_server_that_does_not_start_is_said() {
    kit.write(SmallKit.SERVER, SERVER.replace("args[0]", "\"x\""));
    assertThatThrownBy(this::play)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the server of 07-ping does not start");
  }

  /** Plays the one session of the kit; empty when all went as the page says. */
  private String play() throws InterruptedException {
    Lab lab = Labs.find(home, "7");
    var classes = home.resolve("classes");
    var source = home.resolve(SmallKit.SERVER).toString();
    ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(System.out, System.err, "-d", classes.toString(), source);
    var session = Handouts.of(home).sessions(lab).getFirst();
    return new Rehearsal(lab, classes, home, new Patience(Duration.ofMillis(500)))
        .play(session)
        .map(Problem::toString)
        .orElse("");
  }
}
