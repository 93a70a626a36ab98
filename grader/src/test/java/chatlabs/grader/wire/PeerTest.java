package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatlabs.grader.transcript.Event;
import chatlabs.grader.transcript.SequenceDiagram;
import chatlabs.grader.transcript.Transcript;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PeerTest {
  private final Transcript transcript = new Transcript();

  @AutoClose
  private final Wire wire =
      new Wire(transcript, new Patience(Duration.ofSeconds(5)), new Bell(Alarm.NONE));

  @AutoClose
  private final Wire hasty =
      new Wire(transcript, new Patience(Duration.ofMillis(20)), new Bell(Alarm.NONE));

  @AutoClose private Program program;

  @BeforeEach
  void start() throws IOException {
    program = new Program();
  }

  @Test
  void a_line_is_said_with_its_line_end_and_received_without() {
    var you = connect(wire);
    you.says("Grüße");
    assertThat(program.reads(8)).isEqualTo("Grüße\n");
    program.sends("ACK 1 Grüße\n");

    assertThat(you.receivesLine()).isEqualTo("ACK 1 Grüße");
  }

  @Test
  void a_line_may_come_in_pieces() {
    var you = connect(wire);
    for (var piece : "ACK 1 hello\n".split("")) {
      program.sends(piece);
    }

    you.receives("ACK 1 hello");
  }

  @Test
  void who_stops_reading_holds_the_program_back_and_loses_nothing() throws InterruptedException {
    var you = connect(wire).stopsReading();
    var flood = program.floods("more\n");

    assertThat(flood.join(Duration.ofMillis(100))).isFalse();
    assertThat(bytesSeen()).isLessThanOrEqualTo(16 * 1024);
    you.readsAgain();
    for (int i = 0; i < 100_000; i++) {
      you.receives("more");
    }
  }

  private int bytesSeen() {
    return transcript.events().stream()
        .mapToInt(event -> event instanceof Event.Bytes some ? some.bytes().length : 0)
        .sum();
  }

  @Test
  void all_lines_until_the_end_are_given_back_and_a_cut_one_is_not() {
    var you = connect(wire);
    program.sends("one\ntwo \ncut").ends();

    assertThat(you.receivesUntilEnd()).containsExactly("one", "two");
  }

  @Test
  void an_end_that_does_not_come_is_a_connection_that_is_still_open() {
    var you = connect(hasty);
    program.sends("one\n");

    assertThat(mismatch(you::receivesUntilEnd).outcome()).isEqualTo(Outcome.STILL_OPEN);
  }

  @Test
  void several_say_their_lines_together() throws IOException {
    var you = connect(wire);
    try (var other = new Program()) {
      var me = wire.connect("me", "server", other.port());
      other.accepts();
      Peer.sayTogether(List.of(you, me), List.of("one", "two"));

      assertThat(program.reads(4)).isEqualTo("one\n");
      assertThat(other.reads(4)).isEqualTo("two\n");
    }
  }

  @Test
  void trailing_spaces_do_not_matter() {
    var you = connect(wire);
    program.sends("ACK 1 \nACK 2\n");

    you.receives("ACK 1").receives("ACK 2 ");
  }

  @Test
  void another_line_is_a_wrong_line() {
    var you = connect(wire);
    program.sends("NAK\t1\n");

    var mismatch = mismatch(() -> you.receives("ACK 1"));

    assertThat(mismatch.outcome()).isEqualTo(Outcome.WRONG_LINE);
    assertThat(mismatch.who()).isEqualTo("you");
    assertThat(mismatch.expected()).isEqualTo("\"ACK 1\"");
    assertThat(mismatch.actual()).isEqualTo("\"NAK\\t1\"");
    assertThat(SequenceDiagram.draw(transcript.events(), 9)).contains("but: \"NAK\\t1\"");
  }

  @Test
  void lines_in_another_order_are_in_the_wrong_order() {
    var you = connect(wire);
    program.sends("two\none\n");

    assertThat(mismatch(() -> you.receives(List.of("one", "two"))).outcome())
        .isEqualTo(Outcome.WRONG_ORDER);
  }

  @Test
  void a_line_that_comes_twice_is_a_wrong_line() {
    var you = connect(wire);
    program.sends("one\none\n");

    assertThat(mismatch(() -> you.receives(List.of("one", "two"))).outcome())
        .isEqualTo(Outcome.WRONG_LINE);
  }

  @Test
  void nothing_is_silence() {
    var you = connect(hasty);

    assertThat(mismatch(() -> you.receives("ACK 1")).outcome()).isEqualTo(Outcome.SILENCE);
    assertThat(mismatch(() -> you.receivesBytes("ACK 1\n")).outcome()).isEqualTo(Outcome.SILENCE);
    assertThat(mismatch(you::receivesEnd).outcome()).isEqualTo(Outcome.STILL_OPEN);
  }

  @Test
  void an_end_where_a_line_was_due_is_an_end_of_stream() {
    var you = connect(wire);
    program.ends();

    assertThat(mismatch(you::receivesLine).outcome()).isEqualTo(Outcome.END_OF_STREAM);
    assertThat(mismatch(() -> you.receivesBytes("x")).outcome()).isEqualTo(Outcome.END_OF_STREAM);
  }

  @Test
  void a_reset_where_a_line_was_due_is_a_reset() {
    var you = connect(wire);
    program.resets();

    assertThat(mismatch(you::receivesLine).outcome()).isEqualTo(Outcome.RESET);
  }

  @Test
  void a_line_without_its_end_is_a_cut_line() {
    var you = connect(wire);
    program.sends("ACK 1 hel").ends();

    var mismatch = mismatch(() -> you.receives("ACK 1 hello"));

    assertThat(mismatch.outcome()).isEqualTo(Outcome.CUT_LINE);
    assertThat(mismatch.actual()).isEqualTo("\"ACK 1 hel\" without a line end");
  }

  @Test
  void lines_before_the_end_are_still_received() {
    var you = connect(wire);
    program.sends("BYE\n").ends();

    you.receives("BYE").receivesEnd();
  }

  @Test
  void a_reset_is_an_end_too() {
    var you = connect(wire);
    program.resets();

    you.receivesEnd();
  }

  @Test
  void a_reset_is_no_end_of_stream() {
    var you = connect(wire);
    program.resets();

    assertThat(mismatch(you::receivesEndOfStream).outcome()).isEqualTo(Outcome.RESET);
  }

  @Test
  void a_reset_is_seen_also_when_the_kernel_tells_it_to_the_writer() throws IOException {
    for (int i = 0; i < 200; i++) { // who of reader and writer hears of it is a matter of luck
      try (var server = new Program()) {
        var you = wire.connect("you", "server", server.port());
        server.accepts();
        var end = Thread.ofVirtual().start(() -> answerAndReset(server));
        you.sends("exit\n" + "x".repeat(200_000));

        assertThat(mismatch(() -> you.receives("BYE").receivesEndOfStream()).outcome())
            .isEqualTo(Outcome.RESET);
        assertThat(end).satisfies(Thread::join);
      }
    }
  }

  private static void answerAndReset(Program server) {
    server.reads(5);
    server.sends("BYE\n").resets();
  }

  @Test
  void something_before_the_end_is_an_extra_line() {
    var you = connect(wire);
    program.sends("once more\n").ends();

    assertThat(mismatch(you::receivesEnd).outcome()).isEqualTo(Outcome.EXTRA_LINE);
  }

  @Test
  void bytes_are_compared_exactly() {
    var you = connect(wire);
    program.sends("ACK 1\n").sends("ACK 2\r\n");

    you.receivesBytes("ACK 1\n");
    assertThat(mismatch(() -> you.receivesBytes("ACK 2\n")).outcome())
        .isEqualTo(Outcome.WRONG_LINE);
  }

  @Test
  void bytes_that_stop_in_the_middle_are_a_cut_line() {
    var you = connect(wire);
    program.sends("ACK").ends();

    assertThat(mismatch(() -> you.receivesBytes("ACK 1\n")).outcome()).isEqualTo(Outcome.CUT_LINE);
  }

  @Test
  void a_fence_gives_back_what_came_before_it() {
    var you = connect(wire);
    program.sends("a\nb\nfence \nafter\n");

    assertThat(you.receivesUntil("fence")).containsExactly("a", "b");
    you.receives("after");
  }

  @Test
  void a_fence_that_never_comes_ends_with_what_came_instead() {
    var you = connect(wire);
    program.sends("a\n").ends();

    assertThat(mismatch(() -> you.receivesUntil("fence")).outcome())
        .isEqualTo(Outcome.END_OF_STREAM);
  }

  @Test
  void lines_without_end_do_not_hide_a_fence_for_ever() {
    var you = connect(wire);
    program.floods("another line that nobody has asked for\n");

    assertThat(mismatch(() -> you.receivesUntil("fence")).outcome()).isEqualTo(Outcome.EXTRA_LINE);
  }

  @Test
  void quiet_is_noted_with_its_reason() {
    connect(wire).staysQuiet(Duration.ofMillis(1), "the line is not complete");

    assertThat(transcript.events())
        .anyMatch(
            event ->
                event instanceof Event.Remark remark
                    && remark.text().equals("waits 1 ms: the line is not complete"));
  }

  @Test
  void an_early_answer_is_an_extra_line_and_an_early_end_an_end() throws IOException {
    var you = connect(wire);
    program.sends("ACK");
    assertThat(mismatch(() -> you.staysQuiet(Duration.ofSeconds(5), "half a line")).outcome())
        .isEqualTo(Outcome.EXTRA_LINE);

    try (var other = new Program()) {
      var me = wire.connect("me", "server", other.port());
      other.accepts().ends();
      assertThat(mismatch(() -> me.staysQuiet(Duration.ofSeconds(5), "half a line")).outcome())
          .isEqualTo(Outcome.END_OF_STREAM);
    }
  }

  @Test
  void after_half_close_answers_still_come() {
    var you = connect(wire);
    you.sends("last piece").finishes();
    assertThat(program.readsAll()).isEqualTo("last piece");
    program.sends("ACK 1 last piece\n").ends();

    you.receives("ACK 1 last piece").receivesEnd();
  }

  @Test
  void a_reset_by_the_check_reaches_the_program() {
    var you = connect(wire);
    you.resets();

    assertThat(catchThrowable(() -> program.reads(1))).hasMessageContaining("reset");
  }

  @Test
  void a_program_that_does_not_read_is_not_waited_for_in_vain() {
    var you = connect(hasty);

    assertThat(mismatch(() -> you.sends(new byte[64 << 20])).outcome())
        .isEqualTo(Outcome.NOT_READING);
  }

  @Test
  void sending_to_a_program_that_is_gone_is_no_failure_yet() {
    var you = connect(wire);
    program.resets();
    you.receivesEnd();

    you.says("anybody there?");

    assertThat(mismatch(you::receivesLine).outcome()).isEqualTo(Outcome.RESET);
  }

  @Test
  void a_flood_is_held_back_and_its_lack_of_a_line_end_seen() {
    var you = connect(wire);
    program.floods("x");

    var mismatch = mismatch(you::receivesLine);

    assertThat(mismatch.outcome()).isEqualTo(Outcome.CUT_LINE);
    assertThat(mismatch.actual()).hasSizeLessThan(400);
  }

  @Test
  void closing_frees_a_program_that_was_held_back() throws InterruptedException {
    var you = connect(wire);
    Thread flood = program.floods("x");
    mismatch(you::receivesLine);

    you.close();
    you.close();
    flood.join();

    assertThat(flood.isAlive()).isFalse();
  }

  private Peer connect(Wire by) {
    var you = by.connect("you", "server", program.port());
    program.accepts();
    return you;
  }

  private static Mismatch mismatch(ThrowingCallable call) {
    var mismatch = catchThrowableOfType(Mismatch.class, call);
    assertThat(mismatch).as("a mismatch").isNotNull();
    return mismatch;
  }
}
