package chatlabs.grader.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabsTest {
  @TempDir Path home;
  private Kit kit;

  @BeforeEach
  void two_labs() throws IOException {
    kit = new Kit(home);
    kit.lab("01-echo", Kit.PROPERTIES);
    kit.lab("12-more-echo", Kit.PROPERTIES.replace("chatlabs.echo", "chatlabs.more"));
    kit.file("labs/README.md", "not a lab").file("labs/notes/x.txt", "not a lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "01", "001", "01-echo", "01-e"})
  void a_lab_is_found_by_number_name_or_unique_part(String which) {
    assertThat(Labs.find(home, which).id()).isEqualTo("01-echo");
  }

  @Test
  void a_lab_knows_its_classes_and_its_places() {
    var lab = kit.echo();
    assertThat(lab.classNames())
        .containsExactly("chatlabs.echo.EchoServer", "chatlabs.echo.EchoClient");
    assertThat(lab.server().simpleName()).isEqualTo("EchoServer");
    assertThat(lab.port()).isEqualTo(12345);
    assertThat(lab.solutionSources()).isEqualTo(home.resolve("solutions/01-echo/src/main/java"));
    assertThat(lab.publicChecks()).isEqualTo(home.resolve("labs/01-echo/target/test-classes"));
  }

  @Test
  void a_lab_may_name_a_benchmark() throws IOException {
    assertThat(kit.echo().bench()).isEmpty();
    kit.lab("01-echo", Kit.PROPERTIES + "bench=chatlabs.echo.bench.EchoBench\n");
    assertThat(kit.echo().bench()).contains("chatlabs.echo.bench.EchoBench");
  }

  @Test
  void a_lab_may_say_how_its_frames_are_read() throws IOException {
    assertThat(kit.echo().frame()).isEmpty();
    kit.lab("01-echo", Kit.PROPERTIES + "frame= kind:1 number:1 text:* \n");
    assertThat(kit.echo().frame()).contains("kind:1 number:1 text:*");
  }

  @Test
  void labs_come_by_number() {
    assertThat(Labs.all(home)).extracting(Lab::number).containsExactly(1, 12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "chat", "", "99999999999"})
  void an_unknown_lab_is_named_with_the_labs_that_there_are(String which) {
    assertThatThrownBy(() -> Labs.find(home, which))
        .isInstanceOf(NoSuchLab.class)
        .hasMessage("no lab '" + which + "'; there are 01-echo, 12-more-echo");
  }

  @Test
  void a_part_that_fits_two_labs_is_not_guessed_at() {
    assertThatThrownBy(() -> Labs.find(home, "echo"))
        .isInstanceOf(NoSuchLab.class)
        .hasMessage("'echo' may mean 01-echo, 12-more-echo: say which");
  }

  @Test
  void a_kit_without_labs_says_where_it_looked() {
    assertThatThrownBy(() -> Labs.find(home.resolve("elsewhere"), "1"))
        .isInstanceOf(NoSuchLab.class)
        .hasMessageContaining(home.resolve("elsewhere/labs").toString());
  }

  @Test
  void two_labs_with_one_number_are_refused() throws IOException {
    kit.lab("1-again", Kit.PROPERTIES);
    assertThatThrownBy(() -> Labs.all(home))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("1-again")
        .hasMessageContaining("01-echo");
  }

  @ParameterizedTest
  @CsvSource({
    "title=.*, '', title: is missing",
    "port=.*, port=99999, port: '99999' is not a number",
    "port=.*, port=x, port: 'x' is not a number",
    "server=.*, server=Other, server: 'Other' is none of",
    "package=.*, package=Chat Labs, package: 'Chat Labs' is not a package",
    "'EchoServer, EchoClient', 'EchoServer, EchoServer', classes: a class is named twice",
    "'EchoServer, EchoClient', 'EchoServer, x y', classes: 'x y' is not the name of a class",
    "port=12345, 'port=1\nbench=Bench', bench: 'Bench' is not a class with its package",
    "title=.*, title=\\\\u00zz, lab.properties: ",
  })
  void a_mistake_in_the_properties_is_named(String from, String to, String message)
      throws IOException {
    kit.lab("01-echo", Kit.PROPERTIES.replaceFirst(from, to));
    assertThatThrownBy(() -> Labs.all(home))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("lab.properties")
        .hasMessageContaining(message);
  }
}
