package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxTest {
  private final Inbox inbox = new Inbox();

  @Test
  void there_is_no_line_before_its_end_has_come() {
    for (byte b : "hello".getBytes(UTF_8)) {
      inbox.add(new byte[] {b}, 1);
      assertThat(inbox.hasLine()).isFalse();
      assertThat(inbox.takeLine()).isNull();
    }
    inbox.add(new byte[] {'\n'}, 1);

    assertThat(inbox.hasLine()).isTrue();
    assertThat(line()).isEqualTo("hello");
    assertThat(inbox.size()).isZero();
  }

  @Test
  void many_lines_of_one_piece_come_one_by_one() {
    add("one\n\ntwo\nthr");

    assertThat(line()).isEqualTo("one");
    assertThat(line()).isEmpty();
    assertThat(line()).isEqualTo("two");
    assertThat(inbox.takeLine()).isNull();
    assertThat(inbox.peek()).asString().isEqualTo("thr");
  }

  @Test
  void lines_and_bytes_can_be_taken_in_turns() {
    add("one\ntwo\nthree\n");

    assertThat(line()).isEqualTo("one");
    assertThat(inbox.take(2)).asString().isEqualTo("tw");
    assertThat(line()).isEqualTo("o");
    assertThat(inbox.take(100)).asString().isEqualTo("three\n");
    assertThat(inbox.take(1)).isEmpty();
  }

  @Test
  void taking_past_a_line_end_does_not_find_it_again() {
    add("a\nb\n");
    assertThat(inbox.hasLine()).isTrue();

    inbox.take(3);

    assertThat(line()).isEmpty();
    assertThat(inbox.hasLine()).isFalse();
  }

  @Test
  void moving_the_bytes_together_loses_none() {
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      add("line " + i + "\n");
      if (i % 3 > 0) {
        assertThat(line()).isEqualTo("line " + taken++);
      }
    }
    while (inbox.hasLine()) {
      assertThat(line()).isEqualTo("line " + taken++);
    }
    assertThat(taken).isEqualTo(20_000);
  }

  @Test
  void a_line_may_be_longer_than_any_buffer() {
    String part = "0123456789".repeat(1_000);
    for (int i = 0; i < 100; i++) {
      add(part);
    }
    add("\n");

    assertThat(line()).hasSize(1_000_000).startsWith("0123").endsWith("789");
  }

  @Test
  void it_is_full_at_its_bound_until_something_is_taken() {
    add("x\n");
    byte[] much = new byte[Inbox.BOUND - 2];
    inbox.add(much, much.length);
    assertThat(inbox.full()).isTrue();

    line();

    assertThat(inbox.full()).isFalse();
  }

  @Test
  void an_end_of_stream_after_the_writer_heard_of_a_reset_was_never_sent() {
    inbox.tear();
    inbox.end(Outcome.END_OF_STREAM);

    assertThat(inbox.end()).isEqualTo(Outcome.RESET);
  }

  @Test
  void the_writer_may_hear_of_the_reset_later_than_the_reader_of_its_end() {
    inbox.end(Outcome.END_OF_STREAM);
    inbox.tear();

    assertThat(inbox.end()).isEqualTo(Outcome.RESET);
  }

  @Test
  void the_first_end_counts() {
    assertThat(inbox.end()).isNull();
    inbox.end(Outcome.END_OF_STREAM);
    inbox.end(Outcome.RESET);

    assertThat(inbox.end()).isEqualTo(Outcome.END_OF_STREAM);
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    inbox.add(bytes, bytes.length);
  }

  private String line() {
    byte[] line = inbox.takeLine();
    assertThat(line).isNotNull();
    return new String(line, UTF_8);
  }
}
