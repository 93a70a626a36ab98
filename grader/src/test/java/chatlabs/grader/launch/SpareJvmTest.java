package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpareJvmTest {
  private static final Pattern OPTION = Pattern.compile("(?<= )(-X|--enable)[^ \\\\]+");

  /** A worker is the grader in another JVM: what is good for one is good for the other. */
  @ParameterizedTest
  @ValueSource(strings = {"chatlab", "chatlab.cmd"})
  void its_options_are_those_with_which_the_launcher_starts_the_grader(String script)
      throws IOException {
    String text = Files.readString(Path.of("..", script), UTF_8);
    int main = text.lastIndexOf("chatlabs.grader.cli.Main");
    int java = Math.max(text.lastIndexOf("bin/java\"", main), text.lastIndexOf("java.exe\"", main));

    assertThat(options(text.substring(java, main)))
        .isNotEmpty()
        .isEqualTo(options(String.join(" ", SpareJvm.command(SpareJvmTest.class))));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(20)
  void it_is_our_child_and_has_a_session_of_its_own() throws IOException, InterruptedException {
    assumeTrue(Programs.onPath("setsid"), "setsid is not to be had");
    var spare = SpareJvm.start(Idle.class);
    try {
      assertThat(spare.toHandle().parent()).contains(ProcessHandle.current());
      while (session(spare.pid()) != spare.pid()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } finally {
      spare.destroyForcibly();
    }
  }

  /** The session of a process, proc_pid_stat(5): the fourth word after the name of its program. */
  private static long session(long pid) throws IOException {
    String told = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), ISO_8859_1);
    return Long.parseLong(told.substring(told.lastIndexOf(')') + 2).split(" ")[3]);
  }

  /** Does nothing for a minute. */
  static final class Idle {
    public static void main(String[] arguments) throws InterruptedException {
      TimeUnit.MINUTES.sleep(1);
    }
  }

  private static List<String> options(String command) {
    return OPTION.matcher(command).results().map(MatchResult::group).toList();
  }
}
