package chatlabs.grader.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {
  private final List<Event> events = new ArrayList<>();

  @Test
  void nothing_gives_an_empty_drawing() {
    assertThat(SequenceDiagram.draw(List.of(), 10)).isEmpty();
  }

  @Test
  void arrows_point_from_the_sender_to_the_receiver() {
    events.add(new Event.Mark(at(0), "you", "server", Signal.CONNECT));
    says("you", "server", "hello\n");
    says("server", "you", "ACK 1 hello\n");

    assertThat(SequenceDiagram.draw(events, 10))
        .isEqualTo(
            """
                  time      you     server
                 0.0 ms      |-------->|     (connects)
                 1.0 ms      |-------->|     hello\\n
                 2.0 ms      |<--------|     ACK 1 hello\\n
            """);
  }

  @Test
  void lines_of_one_piece_are_rows_and_so_are_pieces_of_one_line() {
    says("server", "you", "one\ntwo\n");
    says("server", "you", "th");
    says("server", "you", "ree\n");

    assertThat(SequenceDiagram.draw(events, 10).lines().skip(1))
        .extracting(row -> row.substring(row.lastIndexOf('|') + 1).strip())
        .containsExactly("one\\n", "two\\n", "th", "ree\\n");
  }

  @Test
  void an_arrow_crosses_the_lanes_between_its_ends() {
    events.add(new Event.Mark(at(0), "alice", "server", Signal.CONNECT));
    events.add(new Event.Mark(at(0), "bob", "server", Signal.CONNECT));
    says("bob", "alice", "psst\n");

    String row = SequenceDiagram.draw(events, 10).lines().toList().get(3);

    assertThat(row).contains("|<------------------|").contains("psst\\n");
  }

  @Test
  void many_lanes_have_their_names_above_their_life_lines() {
    for (int i = 1; i <= 5; i++) {
      events.add(new Event.Mark(at(0), "client-number-" + i, "server", Signal.CONNECT));
    }

    var lines = SequenceDiagram.draw(events, 20).lines().toList();

    assertThat(lines.get(0)).contains("client-number-1 ").contains("client-number-5");
    assertThat(lines.get(5)).endsWith("(connects)").contains("|<---").contains("---|");
    assertThat(lines.get(0).indexOf("client-number-5")).isLessThan(lines.get(5).lastIndexOf('|'));
  }

  @Test
  void of_a_crowd_only_those_in_the_steps_that_are_shown_have_lanes() {
    for (int i = 1; i <= 200; i++) {
      events.add(new Event.Mark(at(0), "user" + i, "server", Signal.CONNECT));
    }
    says("user3", "server", "hello\n");
    says("server", "user7", "user3: hello\n");

    assertThat(SequenceDiagram.draw(events, 2))
        .isEqualTo(
            """
            (200 earlier steps not shown)
                  time    server     user3     user7
               200.0 ms      |<--------|         |     hello\\n
               201.0 ms      |------------------>|     user3: hello\\n
            """);
  }

  @Test
  void too_many_for_a_screen_share_a_lane_and_are_named_beside_it() {
    for (int i = 1; i <= 200; i++) {
      says("server", "user" + i, "hi " + i + "\n");
    }
    events.add(new Event.Divergence(at(201), "user190", "\"bye\"", "silence"));
    for (int i = 1; i <= 4; i++) {
      says("server", "user" + i, "on\n");
    }
    says("user5", "user6", "psst\n");

    assertThat(SequenceDiagram.draw(events, 10))
        .isEqualTo(
            """
            (197 earlier steps not shown)
                  time    server     user4     user5     user6    user190   others
               197.0 ms      |------------------------------------------------>|     user198: hi 198\\n
               198.0 ms      |------------------------------------------------>|     user199: hi 199\\n
               199.0 ms      |------------------------------------------------>|     user200: hi 200\\n
             >>>>>>>>        |         |         |         |         !         |     expected: "bye"
             >>>>>>>>        |         |         |         |         !         |     but: silence
               201.0 ms      |------------------------------------------------>|     user1: on\\n
               202.0 ms      |------------------------------------------------>|     user2: on\\n
               203.0 ms      |------------------------------------------------>|     user3: on\\n
               204.0 ms      |-------->|         |         |         |         |     on\\n
               205.0 ms      |         |         |-------->|         |         |     psst\\n
            """);
  }

  @Test
  void the_divergence_stands_out_and_says_what_was_expected() {
    says("server", "you", "NAK\n");
    events.add(new Event.Divergence(at(3), "you", "\"ACK 1\"", "\"NAK\""));

    assertThat(SequenceDiagram.draw(events, 10).lines().skip(2))
        .allMatch(row -> row.startsWith(" >>>>>>>>") && row.contains("!"))
        .satisfiesExactly(
            row -> assertThat(row).endsWith("expected: \"ACK 1\""),
            row -> assertThat(row).endsWith("but: \"NAK\""));
  }

  @Test
  void a_divergence_of_somebody_else_gets_a_lane() {
    says("server", "you", "x\n");
    events.add(new Event.Divergence(at(3), "grader", "a port", "-1"));

    assertThat(SequenceDiagram.draw(events, 10).lines().findFirst().orElseThrow())
        .contains("server", "you", "grader");
  }

  @Test
  void participants_of_steps_that_are_left_out_keep_their_lanes() {
    says("alice", "server", "first\n");
    for (int i = 1; i <= 30; i++) {
      says("bob", "server", "line " + i + "\n");
    }

    assertThat(SequenceDiagram.draw(events, 5).lines().toList().get(1).strip().split(" +"))
        .containsExactly("time", "alice", "server", "bob");
  }

  @Test
  void earlier_steps_are_counted_and_not_left_out_in_silence() {
    for (int i = 1; i <= 30; i++) {
      says("you", "server", "line " + i + "\n");
    }

    var lines = SequenceDiagram.draw(events, 5).lines().toList();

    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).isEqualTo("(25 earlier steps not shown)");
    assertThat(lines.get(6)).endsWith("line 30\\n");
  }

  @Test
  void a_long_line_is_cut_and_says_so() {
    says("you", "server", "x".repeat(1_000) + "\n");

    assertThat(SequenceDiagram.draw(events, 5))
        .contains("x".repeat(120) + "... (882 more characters)")
        .doesNotContain("x".repeat(121));
  }

  @Test
  void frames_that_are_lost_doubled_damaged_and_held_look_it() {
    datagram("a", "b", "D 0", Leg.WHOLE, Set.of(), "");
    datagram("a", "b", "D 1", Leg.FIRST, Set.of(Mishap.LOST), "lost");
    datagram("a", "b", "D 1", Leg.WHOLE, Set.of(Mishap.DOUBLED), "doubled");
    datagram("b", "a", "A 1", Leg.WHOLE, Set.of(Mishap.DAMAGED), "bit 3 flipped");
    datagram("b", "a", "A 1", Leg.FIRST, Set.of(Mishap.HELD), "held until D 2 has passed");
    datagram("b", "a", "A 1", Leg.SECOND, Set.of(Mishap.HELD), "");
    datagram("a", "b", "D 2", Leg.FIRST, Set.of(Mishap.DELAYED), "delayed 30 ms");
    datagram("a", "b", "D 2", Leg.SECOND, Set.of(Mishap.DELAYED), "");

    assertThat(SequenceDiagram.draw(events, 10))
        .isEqualTo(
            """
                  time       a         b
                 0.0 ms      |-------->|     D 0
                 1.0 ms      |----X    |     D 1  (lost)
                 2.0 ms      |----===>>|     D 1  (doubled)
                 3.0 ms      |<~~~~----|     A 1  (bit 3 flipped)
                 4.0 ms      |    o----|     A 1  (held until D 2 has passed)
                 5.0 ms      |<---o    |     A 1
                 6.0 ms      |----o    |     D 2  (delayed 30 ms)
                 7.0 ms      |    o--->|     D 2
            """);
  }

  @Test
  void a_divergence_before_the_last_rows_is_shown_with_what_is_around_it() {
    for (int i = 0; i < 30; i++) {
      says("you", "server", "line " + i + "\n");
    }
    events.add(10, new Event.Divergence(at(9), "you", "nothing", "line 9"));

    var lines = SequenceDiagram.draw(events, 8).lines().toList();

    assertThat(lines.get(0)).isEqualTo("(6 earlier steps not shown)");
    assertThat(lines.get(5)).endsWith("line 9\\n");
    assertThat(lines.get(7)).endsWith("but: line 9");
    assertThat(lines.get(9)).endsWith("line 11\\n");
    assertThat(lines.getLast()).isEqualTo("(18 later steps not shown)");
  }

  @Test
  void one_event_can_be_drawn_as_it_happens() {
    var lost =
        new Event.Datagram(at(3), "a", "b", "D 1", Leg.FIRST, Set.of(Mishap.LOST), "lost", 1);

    assertThat(SequenceDiagram.row(List.of("a", "b"), lost).strip())
        .isEqualTo("|----X    |     D 1  (lost)");
  }

  private void datagram(
      String from, String to, String frame, Leg leg, Set<Mishap> mishaps, String note) {
    events.add(new Event.Datagram(at(events.size()), from, to, frame, leg, mishaps, note, 0));
  }

  private void says(String from, String to, String text) {
    events.add(new Event.Bytes(at(events.size()), from, to, text.getBytes(UTF_8)));
  }

  private static Duration at(long millis) {
    return Duration.ofMillis(millis);
  }
}
