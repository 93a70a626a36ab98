package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a sequence diagram. Bytes that came in one piece are one row a line, so that a reader
 * sees lines; pieces of a line that went separately stay separate rows.
 */
record Step(Duration at, String from, String to, String label, boolean divergence) {

  static List<Step> of(List<Event> events) {
    var steps = new ArrayList<Step>();
    for (var event : events) {
      switch (event) {
        case Event.Bytes b -> addLines(steps, b);
        case Event.Datagram d -> steps.add(plain(d.at(), d.from(), d.to(), frame(d)));
        case Event.Mark m -> steps.add(plain(m.at(), m.from(), m.to(), signal(m)));
        case Event.Remark r -> steps.add(plain(r.at(), r.who(), r.who(), r.text()));
        case Event.Divergence d -> {
          steps.add(new Step(d.at(), d.who(), d.who(), "expected: " + d.expected(), true));
          steps.add(new Step(d.at(), d.who(), d.who(), "but: " + d.actual(), true));
        }
      }
    }
    return steps;
  }

  private static Step plain(Duration at, String from, String to, String label) {
    return new Step(at, from, to, label, false);
  }

  private static String frame(Event.Datagram datagram) {
    return datagram.note().isEmpty()
        ? datagram.frame()
        : datagram.frame() + "  (" + datagram.note() + ")";
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
