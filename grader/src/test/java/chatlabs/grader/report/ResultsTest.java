package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {

  private final RunVerdict run = SampleRun.ofAClass();

  @TempDir private Path dir;

  @Test
  void what_was_written_is_read_back_unchanged() throws IOException {
    Path file = dir.resolve("results.json");
    Results.write(run, file);
    assertThat(Results.read(file)).isEqualTo(run);
  }

  @Test
  void statuses_and_verdicts_stand_there_by_their_labels() {
    JsonNode json = json(run);
    assertThat(json.findValuesAsString("status")).contains("compile-error", "not-judged");
    assertThat(json.findValuesAsString("verdict")).contains("passed", "not-started", "unstable");
    assertThat(json.findValuesAsString("visibility")).contains("public", "hidden");
  }

  @Test
  void every_field_is_documented_and_every_documented_field_is_written() throws IOException {
    var written = new TreeSet<String>();
    collect("", json(run), written);
    assertThat(written).isEqualTo(documented());
  }

  @Test
  void every_label_is_documented() throws IOException {
    String page = Files.readString(Path.of("../docs/results-json.md"));
    for (Status status : Status.values()) {
      assertThat(page).contains("| `" + status.label() + "` |");
    }
    for (Verdict verdict : Verdict.values()) {
      assertThat(page).contains("| `" + verdict.label() + "` |");
    }
  }

  @Test
  void half_a_character_in_the_output_does_not_stop_the_report() throws IOException {
    var evidence = new Evidence("cut line", "", "", "", "", "broken \uD83D here");
    var check = SampleRun.check(0, Verdict.FAILED, "m", evidence);
    var odd =
        SampleRun.run(
            List.of(SampleRun.judged("a", Status.GRADED, "", List.of(), 1, List.of(check))));
    Path file = dir.resolve("results.json");
    Results.write(odd, file);
    assertThat(Results.read(file).submissions()).hasSize(1);
  }

  @Test
  void fields_of_a_later_version_are_left_alone() throws IOException {
    Path file =
        text(Results.toJson(run).replaceFirst("\"seed\"", "\"weather\" : \"mild\", \"seed\""));
    assertThat(Results.read(file)).isEqualTo(run);
  }

  @Test
  void a_newer_format_is_refused_with_advice() throws IOException {
    Path file = text(Results.toJson(run).replaceFirst("\"format\" : 1", "\"format\" : 2"));
    assertThatThrownBy(() -> Results.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("results.json")
        .hasMessageContaining("use a newer chatlab");
  }

  @Test
  void a_file_that_was_cut_says_where() throws IOException {
    Path file = text(Results.toJson(run).substring(0, 2_000));
    assertThatThrownBy(() -> Results.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("results.json is not whole JSON: line ");
  }

  @Test
  void some_other_json_is_told_apart() throws IOException {
    Path file = text("{\"submissions\": 3}");
    assertThatThrownBy(() -> Results.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("it is not a results.json that chatlab has written");
  }

  @Test
  void a_wrong_value_is_named_by_its_path() throws IOException {
    Path file =
        text(
            Results.toJson(run)
                .replaceFirst("\"verdict\" : \"passed\"", "\"verdict\" : \"great\""));
    assertThatThrownBy(() -> Results.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("submissions[0].checks[0].verdict");
  }

  @Test
  void a_missing_field_is_named() throws IOException {
    Path file = text(Results.toJson(run).replaceFirst("\"millis\" : \\d+,", ""));
    assertThatThrownBy(() -> Results.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("submissions[0]")
        .hasMessageContaining("millis");
  }

  @Test
  void a_null_in_a_list_is_refused() throws IOException {
    String json = Results.toJson(SampleRun.run(List.of())).replaceFirst("\\[ *]", "[ null ]");
    Path file = text(json);
    assertThatThrownBy(() -> Results.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void a_missing_file_and_a_binary_one_are_named() throws IOException {
    assertThatThrownBy(() -> Results.read(dir.resolve("nowhere.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.json")
        .hasMessageContaining("there is no");
    Path binary =
        Files.write(dir.resolve("results.json"), "\u00FF".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Results.read(binary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a text file in UTF-8");
  }

  private Path text(String json) throws IOException {
    return Files.writeString(dir.resolve("results.json"), json);
  }

  private static JsonNode json(RunVerdict run) {
    return JsonMapper.shared().readTree(Results.toJson(run));
  }

  private static void collect(String path, JsonNode node, TreeSet<String> paths) {
    if (node.isArray()) {
      paths.add(path + "[]");
      node.forEach(item -> collect(path + "[]", item, paths));
    } else {
      if (!path.isEmpty() && !path.endsWith("]")) {
        paths.add(path);
      }
      node.properties()
          .forEach(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      paths));
    }
  }

  private static TreeSet<String> documented() throws IOException {
    String page = Files.readString(Path.of("../docs/results-json.md"));
    String fields = page.substring(0, page.indexOf("## status"));
    var paths = new TreeSet<String>();
    Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE)
        .matcher(fields)
        .results()
        .forEach(match -> paths.add(match.group(1)));
    return paths;
  }
}
