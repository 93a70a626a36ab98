package chatlabs.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutsTest {
  @TempDir private Path home;
  private SmallKit kit;

  @BeforeEach
  void make_a_kit_whose_pages_hold() {
    kit = new SmallKit(home);
  }

  @Test
  void a_kit_whose_pages_hold_has_no_problems() {
    assertThat(kit.problems()).isEmpty();
  }

  @Test
  void quoted_code_that_has_changed_in_its_source_is_a_problem() {
    kit.replace(SmallKit.SERVER, "String answer", "String reply");
    assertThat(kit.problems())
        .singleElement()
        .asString()
        .startsWith("handouts/07-ping.md:13: not in " + SmallKit.SERVER);
  }

  @Test
  void quoted_code_may_leave_lines_out_where_it_says_so() {
    kit.replace(
        SmallKit.HANDOUT,
        "  throw new UnsupportedOperationException(\"TODO 1: answer\");",
        "  // …");
    assertThat(kit.problems()).isEmpty();
  }

  @Test
  void quoted_code_that_leaves_lines_out_without_a_word_is_a_problem() {
    kit.replace(
        SmallKit.HANDOUT, "  throw new UnsupportedOperationException(\"TODO 1: answer\");\n", "");
    assertThat(kit.problems()).hasSize(1);
  }

  @Test
  void a_quote_from_no_file_is_a_problem() {
    kit.replace(SmallKit.HANDOUT, "from: labs", "from: lab");
    assertThat(kit.problems()).singleElement().asString().contains("there is no file lab/07-ping");
  }

  @Test
  void java_code_that_comes_from_nowhere_is_a_problem() {
    kit.addToHandout("```java\nint x;\n```\n");
    assertThat(kit.problems()).singleElement().asString().contains("Java code without");
  }

  @Test
  void a_mark_with_no_block_below_it_and_one_of_no_known_kind_are_problems() {
    kit.addToHandout("<!-- from: README.md -->\nText.\n\n<!-- form: x -->\n```text\n```\n");
    assertThat(kit.problems())
        .satisfiesExactly(
            first -> assertThat(first).contains("no block below this 'from' mark"),
            second -> assertThat(second).contains("unknown kind of mark: form"));
  }

  @Test
  void an_id_that_no_protocol_page_defines_is_a_problem() {
    kit.addToHandout("PING-2 is not, UTF-8 is no id.\n");
    assertThat(kit.problems()).singleElement().asString().contains("defines PING-2");
  }

  @Test
  void an_id_that_the_labs_handout_does_not_explain_is_a_problem() {
    kit.replace(SmallKit.PROTOCOL, "- **PING-1**", "- **PING-2** More.\n- **PING-1**");
    assertThat(kit.problems())
        .containsExactly(SmallKit.PROTOCOL + ": PING-2 is not explained in " + SmallKit.HANDOUT);
  }

  @Test
  void a_shared_id_that_no_handout_explains_is_a_problem() {
    kit.replace(SmallKit.HANDOUT, "- **ALL-1**", "- All");
    assertThat(kit.problems())
        .containsExactly("docs/protocols/README.md: ALL-1 is not explained in " + SmallKit.HANDOUT);
  }

  @Test
  void a_todo_that_the_starter_does_not_have_is_a_problem_and_so_is_one_not_told_of() {
    kit.replace(SmallKit.HANDOUT, "TODO 1 makes", "TODO 2 makes");
    assertThat(kit.problems())
        .containsExactly(
            SmallKit.HANDOUT + ":10: the starter has no TODO 2",
            SmallKit.HANDOUT + ": says nothing about TODO 1");
  }

  @Test
  void a_check_that_is_not_public_is_a_problem() {
    kit.replace(SmallKit.HANDOUT, "#answers_ping", "#answers_pong");
    assertThat(kit.problems())
        .containsExactly(
            SmallKit.HANDOUT + ":10: no public check is called PingServerTest#answers_pong");
  }

  @Test
  void a_link_to_no_file_and_one_to_no_place_in_a_page_are_problems() {
    kit.replace(SmallKit.PROTOCOL, "# Ping and pong", "# Ping")
        .addToHandout("[gone](gone.md) `[not a](link)` [web](https://example.org/x)\n");
    assertThat(kit.problems())
        .containsExactly(
            SmallKit.HANDOUT
                + ":3: there is no such place in the page: "
                + "../docs/protocols/07-ping.md#ping-and-pong",
            SmallKit.HANDOUT + ":24: this link leads nowhere: gone.md");
  }

  @Test
  void a_link_out_of_the_kit_is_a_problem() {
    kit.addToHandout("[out](../../x.md)\n");
    assertThat(kit.problems()).singleElement().asString().contains("leads out of the kit");
  }

  @Test
  void a_lab_without_a_handout_is_a_problem() {
    kit.write(
        "labs/08-pong/lab.properties",
        "title=Pong\npackage=lab.pong\nclasses=P\nserver=P\nport=4008\n");
    assertThat(kit.problems())
        .containsExactly("handouts/08-pong.md: there is no handout for this lab");
  }

  @Test
  void a_line_of_a_session_that_says_nothing_is_a_problem() {
    kit.replace(SmallKit.HANDOUT, "you > ping", "ping");
    assertThat(kit.problems())
        .containsExactly(SmallKit.HANDOUT + ":21: no line of a session: ping");
  }
}
