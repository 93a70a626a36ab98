package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** SECURITY.md promises what the red team's runs hold the tiers to, and nothing else. */
class SecurityPageTest {
  @Test
  void its_table_is_that_of_the_red_team() throws IOException {
    var rows =
        Files.readAllLines(Chatlab.HOME.resolve("SECURITY.md"), UTF_8).stream()
            .dropWhile(line -> !line.startsWith("| hand-in |"))
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows).containsExactlyElementsOf(Attack.all().stream().map(SecurityPageTest::row).toList());
  }

  @Test
  void whoever_gets_out_in_a_tier_gets_out_where_nothing_is_held() throws IOException {
    assertThat(Attack.all())
        .allSatisfy(attack -> assertThat(attack.none()).as(attack.name()).containsAll(attack.basic()))
        .allSatisfy(attack -> assertThat(attack.basic()).as(attack.name()).containsAll(attack.root()));
  }

  private static String row(Attack attack) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            attack.name(),
            attack.tries(),
            held(Set.of()) + ": " + String.join(" or ", attack.seen()),
            held(attack.root()),
            held(attack.basic()));
  }

  private static String held(Set<Breach> breaches) {
    List<String> words = breaches.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    return words.isEmpty() ? "held" : words.stream().collect(Collectors.joining(", ", "**", "**"));
  }
}
