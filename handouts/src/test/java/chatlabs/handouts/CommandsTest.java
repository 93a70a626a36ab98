package chatlabs.handouts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The commands that pages tell people to type are there. */
class CommandsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern MENTION = Pattern.compile("\\./chatlab ([a-z][a-z-]*)");

  @Test
  void each_command_that_a_page_names_exists() throws IOException {
    var known =
        Stream.of(Main.class.getAnnotation(Command.class).subcommands())
            .map(command -> command.getAnnotation(Command.class).name())
            .collect(Collectors.toSet());
    for (var page : pages()) {
      assertThat(named(page)).as("commands in %s", HOME.relativize(page)).isSubsetOf(known);
    }
  }

  private static Set<String> named(Path page) throws IOException {
    return MENTION
        .matcher(Files.readString(page, UTF_8))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static List<Path> pages() throws IOException {
    try (var handouts = Files.list(HOME.resolve("handouts"))) {
      return Stream.concat(
              Stream.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")), handouts)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }
}
