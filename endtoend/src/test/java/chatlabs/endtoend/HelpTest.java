package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about itself. */
class HelpTest {
  @TempDir private Path temp;

  @Test
  void each_command_explains_itself() throws Exception {
    var chatlab = new Chatlab(temp);
    var help = chatlab.run("--help");
    assertThat(help.exit()).isZero();
    var commands = commands(help.output());
    assertThat(commands).contains("grade", "check", "selfcheck", "soak", "replay", "serve", "bench");
    for (String command : commands) {
      var own = chatlab.run(command, "--help");
      assertThat(own.output()).contains("Usage: chatlab " + command);
      assertThat(own.exit()).as(command).isZero();
    }
  }

  @Test
  void bash_accepts_the_completion() throws Exception {
    var completion = new Chatlab(temp).run("generate-completion");
    assertThat(completion.exit()).isZero();
    Path script = Files.writeString(temp.resolve("completion.sh"), completion.output(), UTF_8);
    assertThat(syntaxErrors(script)).isZero();
  }

  private static List<String> commands(String help) {
    String list = help.substring(help.indexOf("Commands:"));
    return Pattern.compile("(?m)^  ([a-z-]+)")
        .matcher(list)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static int syntaxErrors(Path script) throws InterruptedException {
    try {
      return new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start().waitFor();
    } catch (IOException missing) {
      return Assumptions.abort("there is no bash here");
    }
  }
}
