package chatlabs.grader.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.launcher.KitOnDisk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script {@code chatlab}, with stand-ins for Java and Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "chatlab.cmd is the launcher there")
@Timeout(60)
class LauncherTest {
  private KitOnDisk kit;
  private Path jdk;

  @BeforeEach
  void a_kit_and_a_jdk(@TempDir Path folder) throws IOException {
    kit = new KitOnDisk(folder);
    jdk = kit.jdk("a jdk", "25.0.1");
    kit.set("JAVA_HOME", jdk.toString());
  }

  @Test
  void hands_every_argument_to_the_grader_as_it_was_typed() throws Exception {
    var run = kit.run("grade", "01", "hand ins/*", "");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith(jdk.resolve("bin/java").toString());
    assertThat(run.out()).endsWith("chatlabs.grader.cli.Main", "grade", "01", "hand ins/*", "");
    assertThat(run.out()).contains("-Dchatlabs.home=" + kit.root, "-XX:+DisableAttachMechanism");
  }

  @Test
  void finds_the_kit_when_it_is_called_by_a_link_from_elsewhere() throws Exception {
    var run = Run.of(kit.start(kit.linkToLauncher(), "--help"));
    assertThat(run.out()).contains("-Dchatlabs.home=" + kit.root);
  }

  @Test
  void passes_on_the_exit_status() throws Exception {
    kit.set("JAVA_EXIT", "7");
    assertThat(kit.run().exit()).isEqualTo(7);
  }

  @Test
  void passes_over_a_jdk_that_is_too_old_for_the_newest_in_the_usual_places() throws Exception {
    kit.set("JAVA_HOME", kit.jdk("old", "17.0.15").toString());
    kit.jdk(".jdks/new", "98");
    var newest = kit.jdk(".sdkman/candidates/java/newest", "99-ea");
    assertThat(kit.run().out()).startsWith(newest.resolve("bin/java").toString());
  }

  @Test
  void takes_the_jdk_that_it_is_told_to_take() throws Exception {
    var told = kit.jdk("told", "21");
    kit.set("CHATLABS_JAVA_HOME", told.toString());
    assertThat(kit.run().out()).startsWith(told.resolve("bin/java").toString());
  }

  @Test
  void refuses_a_jdk_that_it_is_told_to_take_when_that_is_too_old() throws Exception {
    var told = kit.jdk("told", "1.8.0_392");
    kit.set("CHATLABS_JAVA_HOME", told.toString());
    var run = kit.run();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("CHATLABS_JAVA_HOME is " + told, "no JDK 21 or newer");
  }

  @Test
  void builds_once_with_the_jdk_that_it_found() throws Exception {
    kit.run();
    kit.run();
    assertThat(kit.builds()).singleElement().asString().startsWith(jdk.toString());
  }

  @Test
  void builds_again_when_a_source_is_newer() throws Exception {
    kit.run();
    kit.touch("grader/src/main/java/Main.java");
    assertThat(kit.run().err()).contains("building the kit");
    assertThat(kit.builds()).hasSize(2);
  }

  @Test
  void does_not_build_because_a_student_wrote_something() throws Exception {
    kit.run();
    kit.touch("labs/01-a/src/main/java/Student.java");
    assertThat(kit.run().err()).isEmpty();
    assertThat(kit.builds()).hasSize(1);
  }

  @Test
  void says_what_the_compiler_said_when_the_kit_cannot_be_built_and_tries_again() throws Exception {
    kit.set("MVN_EXIT", "1");
    var run = kit.run();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Broken.java:[3,5]", "could not be built");
    kit.set("MVN_EXIT", "");
    assertThat(kit.run().exit()).isZero();
  }

  @Test
  void says_how_to_get_maven_when_it_is_missing() throws Exception {
    kit.withoutMaven();
    var run = kit.run();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("needs Maven", "apt install maven");
  }

  @Test
  void needs_no_maven_once_the_kit_is_built() throws Exception {
    kit.run();
    kit.withoutMaven();
    assertThat(kit.run().exit()).isZero();
  }

  @Test
  void two_at_once_build_once() throws Exception {
    var gate = kit.gate();
    var first = kit.start();
    assertThat(first.errorReader(UTF_8).readLine()).contains("building the kit");
    var second = kit.start();
    assertThat(second.errorReader(UTF_8).readLine()).contains("another chatlab", "waiting");
    Files.writeString(gate, "go");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(kit.builds()).hasSize(1);
  }

  @Test
  void takes_over_from_a_build_that_was_killed() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(kit.root.resolve("target"));
    Files.createSymbolicLink(
        kit.root.resolve("target/chatlab.lock"), Path.of(String.valueOf(dead.pid())));
    assertThat(kit.run().exit()).isZero();
    assertThat(kit.builds()).hasSize(1);
  }
}
