package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds a command. */
@Timeout(60)
class HoldingTest {
  @TempDir Path folder;

  @Test
  void programs_of_the_system_can_be_had_behind_walls_and_no_others() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a system with a shell");
    Path own = Files.createFile(folder.resolve("python"));

    assertThat(Holding.outOfWalls("sh")).isEmpty();
    assertThat(Holding.outOfWalls("/bin/sh")).isEmpty();
    assertThat(Holding.outOfWalls("./server")).isEmpty(); // the hand-in's own
    assertThat(Holding.outOfWalls("no-such-program").orElse("")).contains("no no-such-program in");
    assertThat(Holding.outOfWalls(own.toString()).orElse("")).contains("not below /usr");
  }

  @Test
  void behind_walls_a_command_has_its_folder_to_read_and_nothing_else_of_the_machine()
      throws Exception {
    assumeTrue(
        Bubblewrap.refusal().isEmpty(),
        () -> "STRICT TIER NOT TESTED: " + Bubblewrap.refusal().orElse(""));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path secret = Files.writeString(folder.resolve("secret"), "a hidden check");
    Path handIn = Files.createDirectory(folder.resolve("hand-in"));
    Files.writeString(handIn.resolve("server.txt"), "its own");

    String said =
        said(
            handIn,
            "pwd; cat server.txt; echo; cat "
                + secret
                + "; touch mine; touch $HOME/mine && echo wrote; echo $PATH; id -u;"
                + " getent hosts localhost sandbox");

    assertThat(said.lines().map(line -> line.replaceAll("\\s+", " ")))
        .contains("/hand-in", "its own", "wrote", Bubblewrap.PATH, "1000")
        .anyMatch(line -> line.endsWith(" localhost"))
        .anyMatch(line -> line.startsWith("127.0.0.1 ") && line.contains("sandbox"))
        .doesNotContain("a hidden check");
    assertThat(handIn.resolve("mine")).doesNotExist();
  }

  private String said(Path handIn, String script) throws Exception {
    var holding = HostRuntime.prepare(folder.resolve("runtime"), Tier.STRICT).ofCommands();
    var held = holding.hold(List.of("/bin/sh", "-c", script), handIn);
    var process =
        Spawner.start(
            new ProcessBuilder(held.command())
                .directory(handIn.toFile())
                .redirectErrorStream(true));
    try (var out = process.inputReader()) {
      String said = String.join("\n", out.lines().toList());
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return said;
    }
  }
}
