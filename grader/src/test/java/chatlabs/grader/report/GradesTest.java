package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradesTest {

  @Test
  void the_first_line_names_the_columns() {
    assertThat(Grades.toCsv(SampleRun.run(List.of())))
        .isEqualTo(
            "submission,lab,score,max,status,passed,failed,not-started,unstable,not-judged,"
                + "missed,reason\r\n");
  }

  @Test
  void a_hand_in_is_one_line() {
    var run = SampleRun.run(List.of(SampleRun.outOfReach("python-server")));
    assertThat(Grades.toCsv(run).split("\r\n"))
        .hasSize(2)
        .contains("python-server,01-echo,50,50,graded,13,0,0,0,3,,");
  }

  @Test
  void only_the_first_line_of_a_reason_goes_there() {
    var broken = SampleRun.refused("Carl", Status.COMPILE_ERROR, SampleRun.COMPILER);
    assertThat(Grades.toCsv(SampleRun.run(List.of(broken))))
        .endsWith(
            "Carl,01-echo,0,60,compile-error,0,0,0,0,0,,EchoServer.java:31: error: ';' expected\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /c calc'!A1", "+1", "-1", "@SUM(1)", "\tx", "\uFF1D1"})
  void a_name_that_would_be_a_formula_is_made_text(String name) {
    assertThat(line(name)).startsWith("'" + name + ",01-echo,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Berg, Pia;\"Berg, Pia\"",
        "the \"best\";\"the \"\"best\"\"\"",
        "plain name;plain name"
      })
  void commas_and_quotes_are_quoted(String name, String cell) {
    assertThat(line(name)).startsWith(cell + ",01-echo,");
  }

  @Test
  void a_line_break_in_a_name_stays_inside_quotes() {
    assertThat(line("a\nb")).startsWith("\"a\nb\",01-echo,");
  }

  private static String line(String name) {
    String csv = Grades.toCsv(SampleRun.run(List.of(SampleRun.notStarted(name))));
    return csv.substring(csv.indexOf("\r\n") + 2);
  }
}
