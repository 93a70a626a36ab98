package chatlabs.grader.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  @TempDir Path kit;
  private String host = "host-1.jar";
  private String before = "";

  @BeforeEach
  void build() throws IOException {
    write(lab().folder().resolve("lab.properties"), "title=A sample");
    write(lab().publicChecks().resolve("checks/A.class"), "a");
    write(lab().hiddenChecks().resolve("hidden/B.class"), "b");
    for (var part :
        List.of("channel", "check", "host", "judge", "launch", "transcript", "verdict", "wire")) {
      write(grader("%s/%s.class".formatted(part, part)), part);
    }
    write(grader("report/Page.class"), "page");
    before = now();
  }

  @Test
  void it_is_the_same_for_the_same() throws IOException {
    write(lab().hiddenChecks().resolve("hidden/B.class"), "b"); // built anew

    assertThat(now()).isEqualTo(before);
  }

  @Test
  void other_checks_give_another() throws IOException {
    write(lab().hiddenChecks().resolve("hidden/B.class"), "c");
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void one_more_check_gives_another() throws IOException {
    write(lab().publicChecks().resolve("checks/C.class"), "");
    assertThat(now()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"channel", "check", "host", "judge", "launch", "transcript", "verdict", "wire"})
  void other_code_of_the_grader_that_has_a_part_in_verdicts_gives_another(String part)
      throws IOException {
    write(grader("%s/%s.class".formatted(part, part)), "other");
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void other_code_of_the_grader_gives_the_same() throws IOException {
    write(grader("report/Page.class"), "other");
    assertThat(now()).isEqualTo(before);
  }

  @Test
  void a_grader_that_is_not_there_is_no_reason_to_leave_it_out() throws IOException {
    Files.delete(grader("wire/wire.class"));
    Files.delete(grader("wire"));
    assertThatThrownBy(this::now).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void another_host_gives_another() throws IOException {
    host = "host-2.jar";
    assertThat(now()).isNotEqualTo(before);
  }

  @Test
  void a_variant_has_one_of_its_sources_and_of_the_checks_that_catch_it() {
    var variant = Fingerprint.of(with("class A {}", List.of("A#a", "A#b")));

    assertThat(Fingerprint.of(with("class A {}", List.of("A#b", "A#a")))).isEqualTo(variant);
    assertThat(Fingerprint.of(with("class A { }", List.of("A#a", "A#b")))).isNotEqualTo(variant);
    assertThat(Fingerprint.of(with("class A {}", List.of("A#a")))).isNotEqualTo(variant);
  }

  private static Variant with(String source, List<String> caughtBy) {
    return new Variant("late", Variant.Kind.FAULT, "late", "", caughtBy, Map.of("A.java", source));
  }

  private Lab lab() {
    return Made.lab(kit);
  }

  private String now() throws IOException {
    return Fingerprint.of(lab(), host, kit.resolve("classes"));
  }

  private Path grader(String path) {
    return kit.resolve("classes/chatlabs/grader").resolve(path);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
