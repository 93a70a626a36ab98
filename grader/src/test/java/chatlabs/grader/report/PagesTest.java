package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final RunVerdict RUN = SampleRun.ofAClass();
  private static final int PUBLIC = 0;
  private static final int HIDDEN = 12;

  @Test
  void no_page_lets_a_script_in_or_asks_for_anything_from_elsewhere() {
    for (SubmissionVerdict submission : RUN.submissions()) {
      assertHarmless(Pages.student(StudentView.of(RUN, submission)));
    }
    assertHarmless(Pages.report(ClassView.of(RUN, PageNames.of(RUN))));
  }

  private static void assertHarmless(String page) {
    assertThat(page)
        .doesNotContain("<script", "javascript:", "src=", "http://", "https://", "@import", "url(")
        .contains("Content-Security-Policy", "default-src &#39;none&#39;".replace("&#39;", "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"student.html", "report.html", "foot.html"})
  void no_template_writes_a_value_unescaped(String template) throws IOException {
    try (var in = Pages.class.getResourceAsStream(template)) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // a drawing is markup; SequenceSvgTest shows that nothing of a program's is in it unescaped
      assertThat(text.replace("{{{drawing}}}", "")).doesNotContain("{{{", "{{&");
    }
  }

  @Test
  void what_a_student_wrote_is_shown_as_text() {
    String page = failed(PUBLIC);
    assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  }

  @Test
  void a_failed_check_shows_all_that_was_seen() {
    assertThat(failed(PUBLIC))
        .contains("ECHO-1", "ACK 1 hello", "ACK 1 hel", "cut line", "one read for one message")
        .contains("&gt;&gt;&gt;", "LISTENING 40213", "What does read() return", "0 of 4 points");
  }

  @Test
  void a_hidden_check_shows_its_verdict_outcome_and_hint_and_no_bytes() {
    assertThat(failed(HIDDEN))
        .contains(
            "refuses a line that is too long", "LINE-3", "cut line", "What does read() return")
        .contains("hidden check")
        .doesNotContain("ACK 1 hel", "&gt;&gt;&gt;", "LISTENING", "a telling message")
        .doesNotContain("one read for one message", "LineHiddenTest");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void every_status_says_what_it_means_and_why(Status status) {
    var submission = SampleRun.refused("x", status, "line 1 of why\nline 2 of why");
    String page = Pages.student(StudentView.of(RUN, submission));
    assertThat(page).contains(Words.of(status), Words.meaning(status));
    if (status != Status.GRADED) {
      assertThat(page).contains("line 1 of why\nline 2 of why");
    }
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void every_verdict_is_a_word_beside_its_sign(Verdict verdict) {
    assertThat(page(SampleRun.check(PUBLIC, verdict, "m", SampleRun.SILENCE)))
        .contains(CheckView.mark(verdict) + " " + Words.of(verdict), Words.meaning(verdict));
  }

  @Test
  void the_student_page_tells_tier_seed_and_date_but_not_where_the_instructor_keeps_things() {
    assertThat(failed(PUBLIC))
        .contains("4711", "bubblewrap was not found", "21 November 2026, 07:00 UTC")
        .doesNotContain("submissions/");
  }

  @Test
  void the_class_page_names_first_who_could_not_be_graded() {
    String page = Pages.report(ClassView.of(RUN, PageNames.of(RUN)));
    String help = page.substring(page.indexOf("Who needs help"), page.indexOf("All hand-ins"));
    assertThat(help).containsSubsequence("compile error", "crashed", "unstable", "less than half");
    assertThat(page).contains("4711", "bubblewrap was not found", "40 hand-ins");
  }

  @Test
  void an_empty_class_has_a_page_too() {
    RunVerdict none = SampleRun.run(List.of());
    assertThat(Pages.report(ClassView.of(none, PageNames.of(none))))
        .contains("0 hand-ins: nothing was found", "Nobody");
  }

  private static String failed(int check) {
    return page(SampleRun.check(check, Verdict.FAILED, "a telling message", SampleRun.CUT_LINE));
  }

  private static String page(CheckVerdict check) {
    var submission =
        SampleRun.judged("Ann <b>", Status.GRADED, "", List.of("a note"), 1, List.of(check));
    return Pages.student(StudentView.of(RUN, submission));
  }
}
