package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class DescentTest {
  private Process first;

  @AfterEach
  void end() {
    ProcessTree.killWithDescendants(first);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void children_and_theirs_are_found(boolean listed) throws Exception {
    first = run("(sleep 60 & sleep 60; :) & sleep 60; :");
    while (first.descendants().count() < 4) { // the subshell, its two, and one more
      TimeUnit.MILLISECONDS.sleep(10);
    }

    assertThat(Descent.of(first.pid(), listed))
        .hasSize(5)
        .contains(first.pid())
        .containsAll(first.descendants().map(ProcessHandle::pid).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_child_of_any_thread_is_found(boolean listed) throws Exception {
    var child = new Process[1];
    var thread = Thread.ofPlatform().start(() -> child[0] = sleeping());
    thread.join();
    first = child[0];

    assertThat(Descent.of(ProcessHandle.current().pid(), listed)).contains(first.pid());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void of_one_that_is_gone_there_are_none(boolean listed) throws Exception {
    first = run("exec sleep 60");
    first.destroyForcibly().waitFor();

    assertThat(Descent.of(first.pid(), listed)).isEqualTo(List.of());
  }

  private static Process run(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script).start();
  }

  private static Process sleeping() {
    try {
      return run("exec sleep 60");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
