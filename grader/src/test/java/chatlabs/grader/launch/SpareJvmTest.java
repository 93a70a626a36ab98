package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static List<String> options(String command) {
    return OPTION.matcher(command).results().map(MatchResult::group).toList();
  }
}
