package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of a sequence diagram. Bytes that came in one piece are one row a line, so that a reader
 * sees lines; pieces of a line that went separately stay separate rows.
 *
 * @param at when it happened, since the transcript began
 * @param from the participant at which it begins
 * @param to the one at which it ends; the same for remarks
 * @param label what there is to read, control characters visible
 * @param divergence whether the program leaves the protocol here
 * @param way how a datagram goes; {@link Way#PLAIN} for everything else
 * @param mishaps what the channel does to that datagram
 * @param note the same in words
 * @param number the same in both rows of a datagram that goes in two legs; else 0
 */
public record Step(
    Duration at,
    String from,
    String to,
    String label,
    boolean divergence,
    Way way,
    Set<Mishap> mishaps,
    String note,
    long number) {

  /** What an arrow looks like. */
  public enum Way {
    /** No datagram's. */
    PLAIN,
    /** From end to end. */
    WHOLE,
    /** It ends half-way: the datagram was lost there, or waits there. */
    IN,
    /** It begins half-way. */
    OUT
  }

  public Step {
    mishaps = Set.copyOf(mishaps);
  }

  static List<Step> of(List<Event> events) {
    var steps = new ArrayList<Step>();
    for (var event : events) {
      switch (event) {
        case Event.Bytes b -> addLines(steps, b);
        case Event.Datagram d -> steps.add(datagram(d));
        case Event.Mark m -> steps.add(plain(m.at(), m.from(), m.to(), signal(m)));
        case Event.Remark r -> steps.add(plain(r.at(), r.who(), r.who(), r.text()));
        case Event.Divergence d -> {
          steps.add(divergence(d, "expected: " + d.expected()));
          steps.add(divergence(d, "but: " + d.actual()));
        }
      }
    }
    return steps;
  }

  /** The same where only these have lanes of their own: the label names whoever has none. */
  Step among(List<String> named) {
    var others = Stream.of(from, to).distinct().filter(who -> !named.contains(who)).toList();
    if (others.isEmpty()) {
      return this;
    }
    return new Step(
        at,
        others.contains(from) ? Stretch.OTHERS : from,
        others.contains(to) ? Stretch.OTHERS : to,
        String.join(" to ", others) + ": " + label,
        divergence,
        way,
        mishaps,
        note,
        number);
  }

  private static Step plain(Duration at, String from, String to, String label) {
    return new Step(at, from, to, label, false, Way.PLAIN, Set.of(), "", 0);
  }

  private static Step divergence(Event.Divergence d, String label) {
    return new Step(d.at(), d.who(), d.who(), label, true, Way.PLAIN, Set.of(), "", 0);
  }

  private static Step datagram(Event.Datagram d) {
    var way =
        switch (d.leg()) {
          case WHOLE -> Way.WHOLE;
          case FIRST -> Way.IN;
          case SECOND -> Way.OUT;
        };
    return new Step(
        d.at(), d.from(), d.to(), d.frame(), false, way, d.mishaps(), d.note(), d.number());
  }

  private static String signal(Event.Mark mark) {
    return "(" + mark.signal().words() + ")";
  }

  private static void addLines(List<Step> steps, Event.Bytes event) {
    byte[] bytes = event.bytes();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || i == bytes.length - 1) {
        String label = Visible.bytes(Arrays.copyOfRange(bytes, start, i + 1));
        steps.add(plain(event.at(), event.from(), event.to(), label));
        start = i + 1;
      }
    }
  }
}
