package chatlabs.grader.architecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lab is data to the grader: adding one changes no line of it. */
class NoLabInTheGraderTest {
  private static final Path LABS = Path.of("..", "labs");
  private static final Path CLASSES = Path.of("target", "classes");

  /** Compiled classes are read, not sources: a comment may give an example, code may not. */
  @Test
  void no_compiled_class_names_the_package_of_a_lab() throws IOException {
    var packages = packagesOfLabs();
    assertThat(packages).isNotEmpty();
    for (var file : filesUnder(CLASSES, ".class")) {
      var constants = Files.readString(file, ISO_8859_1);
      assertThat(packages).as("packages of labs in %s", file).noneMatch(constants::contains);
    }
  }

  private static List<String> packagesOfLabs() throws IOException {
    var packages = Stream.<String>builder();
    for (var file : filesUnder(LABS, "lab.properties")) {
      var lab = new Properties();
      try (var in = Files.newBufferedReader(file)) {
        lab.load(in);
      }
      var name = lab.getProperty("package");
      packages.add(name).add(name.replace('.', '/'));
    }
    return packages.build().toList();
  }

  private static List<Path> filesUnder(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
