package chatlabs.grader.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final Transcript transcript = new Transcript();

  @Test
  void events_keep_their_order_and_their_times_never_go_back() {
    transcript.mark("you", "server", Signal.CONNECT);
    says("hello\n");
    transcript.remark("you", "waits");
    transcript.diverges("you", "a line", "silence");

    var events = transcript.events();

    assertThat(events)
        .hasExactlyElementsOfTypes(
            Event.Mark.class, Event.Bytes.class, Event.Remark.class, Event.Divergence.class);
    assertThat(events.stream().map(Event::at)).isSorted();
    assertThat(events.get(0).at()).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void a_buffer_that_is_used_again_changes_nothing() {
    byte[] buffer = "first".getBytes(UTF_8);
    transcript.bytes("server", "you", buffer, 5);
    System.arraycopy("other".getBytes(UTF_8), 0, buffer, 0, 5);

    assertThat(((Event.Bytes) transcript.events().get(0)).bytes()).asString().isEqualTo("first");
  }

  @Test
  void a_copy_of_the_events_does_not_grow() {
    var before = transcript.events();
    says("hello\n");

    assertThat(before).isEmpty();
  }

  @Test
  void what_is_too_much_is_counted_and_not_kept() {
    byte[] much = new byte[Transcript.KEPT_BYTES];
    transcript.bytes("server", "you", much, much.length);

    assertThat(remarks()).containsExactly("1048576 more bytes to you, not kept");
  }

  @Test
  void one_huge_piece_does_not_hide_the_exchanges_after_it() {
    byte[] much = new byte[2 * Transcript.KEPT_BYTES];
    transcript.bytes("you", "server", much, much.length);
    says("hello\n");

    assertThat(transcript.events())
        .hasExactlyElementsOfTypes(Event.Remark.class, Event.Bytes.class);
  }

  @Test
  void a_flood_of_tiny_pieces_costs_no_more_than_the_bound() {
    byte[] one = {'x'};
    for (int i = 0; i < 50_000; i++) {
      transcript.bytes("server", "you", one, 1);
      transcript.bytes("you", "server", one, 1);
    }

    assertThat(transcript.events()).hasSizeLessThan(20_000);
    assertThat(remarks()).hasSize(2).allMatch(text -> text.contains("more bytes to"));
  }

  @Test
  void nothing_is_lost_when_many_threads_write() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(Thread.ofPlatform().start(() -> manyTimes(500)));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(transcript.events()).hasSize(2_000);
    assertThat(transcript.events().stream().map(Event::at)).isSorted();
  }

  private void manyTimes(int times) {
    for (int i = 0; i < times; i++) {
      transcript.remark("you", "again");
    }
  }

  private void says(String text) {
    transcript.bytes("you", "server", text.getBytes(UTF_8), text.length());
  }

  private List<String> remarks() {
    return transcript.events().stream()
        .filter(Event.Remark.class::isInstance)
        .map(event -> ((Event.Remark) event).text())
        .toList();
  }

  @Test
  void of_datagrams_the_latest_are_kept_and_the_others_are_counted() {
    transcript.remark("you", "begins");
    int all = 5 * Transcript.KEPT_DATAGRAMS + 7;
    for (int i = 1; i <= all; i++) {
      transcript.datagram("a", "b", "D " + i, Leg.WHOLE, Set.of(), "", 0);
    }

    var events = transcript.events();
    var kept = events.stream().filter(Event.Datagram.class::isInstance).toList();
    assertThat(kept.size()).isBetween(Transcript.KEPT_DATAGRAMS, 2 * Transcript.KEPT_DATAGRAMS);
    assertThat(((Event.Datagram) kept.getLast()).frame()).isEqualTo("D " + all);
    assertThat(events.get(0)).isInstanceOf(Event.Remark.class);
    assertThat(events.get(1))
        .isInstanceOfSatisfying(
            Event.Remark.class,
            r -> assertThat(r.text()).startsWith((all - kept.size()) + " datagrams from here on"));
    assertThat(events).hasSize(2 + kept.size());
  }

  @Test
  void a_divergence_can_stand_where_it_began() {
    transcript.remark("you", "one");
    var at = transcript.datagram("a", "b", "D 1", Leg.WHOLE, Set.of(), "", 0);
    transcript.remark("you", "two");
    transcript.divergesAfter(at, "a", "D 0", "D 1");

    assertThat(transcript.events()).element(2).isInstanceOf(Event.Divergence.class);
    assertThat(transcript.events()).hasSize(4);
  }
}
