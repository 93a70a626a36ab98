package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.Status;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behind bubblewrap's walls: nobody achieves anything, and each learns what happened. */
class RedTeamStrictTest extends RedTeamTest {
  RedTeamStrictTest() {
    super(Sandbox.STRICT);
  }

  @Override
  List<Attack> team() throws IOException {
    var all = Attack.all();
    Walls.require(all);
    return all;
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
    assertThat(reason("does-not-compile")).contains("EchoServer.java:9: error");
    assertThat(reason("shadows-the-jdk")).contains("the package java.lang is not yours");
    assertThat(reason("symbolic-link-in-a-zip")).contains("symbolic link");
  }

  @Test
  void archives_that_lie_are_left_for_a_person() {
    assertThat(List.of("absurd-paths-in-a-zip", "hard-link-in-a-tar", "symbolic-link-in-a-zip"))
        .allSatisfy(
            name ->
                assertThat(seen.verdicts().get(name).status()).as(name).isEqualTo(Status.NOT_JUDGED));
  }

  private String message(String name) {
    return seen.verdicts().get(name).checks().get(0).message();
  }

  private String reason(String name) {
    return seen.verdicts().get(name).reason();
  }
}
