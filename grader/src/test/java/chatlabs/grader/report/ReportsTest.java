package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.verdict.RunVerdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private final RunVerdict run = SampleRun.ofAClass();

  @TempDir private Path dir;

  @Test
  void all_files_are_written_and_nothing_else_stays() throws IOException {
    Path out = dir.resolve("new/report");
    Reports.write(run, out);
    assertThat(names(out))
        .containsExactly("grades.csv", "junit.xml", "report.html", "results.json", "students");
    assertThat(names(out.resolve("students")))
        .hasSize(40)
        .contains("Ana Sousa.html", "=cmd().html");
  }

  @Test
  void every_link_of_the_class_page_leads_to_a_page() throws IOException {
    Reports.write(run, dir);
    String page = Files.readString(dir.resolve("report.html"));
    var links = Pattern.compile("href=\"([^\"]+)\"").matcher(page).results().toList();
    assertThat(links).hasSizeGreaterThanOrEqualTo(40);
    for (var link : links) {
      String href = link.group(1).replace("&#39;", "'");
      assertThat(dir.resolve(URI.create(href).getPath())).exists();
    }
  }

  @Test
  void an_older_report_is_replaced() throws IOException {
    Files.writeString(dir.resolve("report.html"), "old");
    Reports.write(run, dir);
    assertThat(dir.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void a_file_that_cannot_be_written_is_named_and_the_others_are_written() throws IOException {
    Files.createDirectories(dir.resolve("grades.csv/in the way"));
    assertThatThrownBy(() -> Reports.write(run, dir))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot write " + dir.resolve("grades.csv"));
    assertThat(names(dir))
        .containsExactly("grades.csv", "junit.xml", "report.html", "results.json", "students");
  }

  @Test
  void a_file_in_the_place_of_the_folder_is_named() throws IOException {
    Path file = Files.writeString(dir.resolve("report"), "a file");
    assertThatThrownBy(() -> Reports.write(run, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("results.json")
        .hasMessageContaining("is in the way");
    assertThat(file).hasContent("a file");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
