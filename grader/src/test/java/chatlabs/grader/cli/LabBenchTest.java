package chatlabs.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LabBenchTest {
  private static final String SERVER =
      "package chatlabs.sample; public class Server {"
          + " public static void main(String[] args) { System.out.println(\"hello\"); } }";

  @TempDir Path home;
  private final StringWriter said = new StringWriter();
  private String oldHome = "";

  @BeforeEach
  void a_kit_with_a_benchmark() throws IOException {
    oldHome = System.getProperty(Kit.HOME, "");
    System.setProperty(Kit.HOME, home.toString());
    lab("06-plain", "");
    lab("07-sample", "bench=chatlabs.grader.cli.SampleBench");
    lab("08-broken", "bench=chatlabs.sample.bench.Missing");
    lab("09-odd", "bench=java.lang.String");
    Path solution = home.resolve("solutions/07-sample");
    write(solution.resolve("src/main/java/chatlabs/sample/Server.java"), SERVER);
    write(solution.resolve("unusual/loud/Server.java"), SERVER.replace("hello", "HELLO"));
    for (String other : new String[] {"06-plain", "08-broken", "09-odd"}) {
      Files.createDirectories(home.resolve("solutions").resolve(other).resolve("src/main/java"));
    }
  }

  @AfterEach
  void the_kit_of_before() {
    System.setProperty(Kit.HOME, oldHome);
  }

  @Test
  void without_more_it_lists_what_can_be_measured() {
    assertThat(run("bench")).isZero();
    assertThat(said.toString()).contains("grading", "07-sample").doesNotContain("06-plain");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void it_gets_its_options_and_the_programs_and_leaves_nothing_behind() {
    assertThat(run("bench", "07", "--times", "3", "--out", "figures")).as(said::toString).isZero();
    assertThat(said.toString().lines())
        .containsExactly(
            "times: 3, out: figures", "the reference says hello", "the unusual one says HELLO");
    assertNothingIsLeft();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void one_that_fails_says_why_and_leaves_nothing_behind_either() {
    assertThat(run("bench", "sample", "--fail")).isEqualTo(Exit.SOMETHING_WRONG);
    assertThat(said.toString()).contains("chatlab: the sample is bad").doesNotContain("\tat ");
    assertNothingIsLeft();
  }

  @Test
  void it_has_help_of_its_own() {
    assertThat(run("bench", "7", "--help")).isZero();
    assertThat(said.toString())
        .contains("Usage: chatlab bench 07", "Measures a sample.", "--times", "--out=DIR");
  }

  @Test
  void the_kits_own_is_reached_as_before() {
    assertThat(run("bench", "grading", "--help")).isZero();
    assertThat(said.toString()).contains("Usage: chatlab bench grading", "--hand-ins");
  }

  @Test
  void a_lab_without_one_is_told_with_those_that_there_are() {
    assertThat(run("bench", "06")).isEqualTo(Exit.WRONG_USE);
    assertThat(said.toString())
        .contains("lab 06-plain has no benchmark; there are grading, suite, 07-sample, 08-broken");
  }

  @Test
  void wrong_options_are_the_users_mistake() throws IOException {
    assertThat(run("bench", "07", "--tea")).isEqualTo(Exit.WRONG_USE);
    assertThat(run("bench", "07", "--times", "many")).isEqualTo(Exit.WRONG_USE);
    Path file = write(home.resolve("a-file"), "");
    assertThat(run("bench", "07", "--out", file.toString())).isEqualTo(Exit.WRONG_USE);
    assertThat(said.toString()).contains("--tea", "'many'", "a-file is a file");
  }

  @Test
  void a_class_that_is_missing_or_is_no_benchmark_is_named() {
    assertThat(run("bench", "08")).isEqualTo(Exit.WRONG_USE);
    assertThat(said.toString()).contains("08-broken: bench: chatlabs.sample.bench.Missing");
    assertThat(run("bench", "09")).isEqualTo(Exit.WRONG_USE);
    assertThat(said.toString()).contains("09-odd: bench: java.lang.String");
  }

  @Test
  void a_kit_without_solutions_says_so() throws IOException {
    Files.delete(home.resolve("solutions/09-odd/src/main/java"));
    assertThat(run("bench", "09")).isEqualTo(Exit.WRONG_USE);
    assertThat(said.toString()).contains("this kit has no solutions/09-odd");
  }

  private static void assertNothingIsLeft() {
    assertThat(SampleBench.work).doesNotExist();
    assertThat(ProcessHandle.of(SampleBench.pid).filter(ProcessHandle::isAlive))
        .isEqualTo(Optional.empty());
  }

  private int run(String... typed) {
    var out = new PrintWriter(said, true);
    return Main.commandLine().setOut(out).setErr(out).execute(typed);
  }

  private void lab(String id, String more) throws IOException {
    write(
        home.resolve("labs").resolve(id).resolve("lab.properties"),
        "title=A sample\npackage=chatlabs.sample\nclasses=Server\nserver=Server\nport=12345\n"
            + more);
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
