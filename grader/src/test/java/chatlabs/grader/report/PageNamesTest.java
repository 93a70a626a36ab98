package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Ana Sousa, Ana Sousa.html",
    "../../etc/passwd, __.._etc_passwd.html",
    "'..', _.html",
    "'', _.html",
    "a:b?, a_b_.html",
    "CON, _CON.html",
    "nul.txt, _nul.txt.html",
    "'ends. ', ends_.html"
  })
  void a_name_never_leaves_the_folder(String name, String file) {
    assertThat(names(name).get(0)).isEqualTo(file);
  }

  @Test
  void names_that_differ_in_case_alone_get_two_files() {
    assertThat(names("Anna", "anna", "ANNA").files())
        .containsExactly("Anna.html", "anna-2.html", "ANNA-3.html");
  }

  @Test
  void a_name_too_long_for_the_disk_is_shortened() {
    PageNames names = names("\u738B".repeat(300), "\u738B".repeat(301));
    assertThat(names.get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThan(255);
    assertThat(names.get(1)).isNotEqualTo(names.get(0));
  }

  @Test
  void a_link_is_encoded() {
    assertThat(names("A B#c%").link(0)).isEqualTo("students/A%20B%23c%25.html");
  }

  private static PageNames names(String... names) {
    return PageNames.of(SampleRun.run(Arrays.stream(names).map(SampleRun::notStarted).toList()));
  }
}
