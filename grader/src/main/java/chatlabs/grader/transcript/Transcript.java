package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything that was said on the connections of one check, in the order in which the grader saw
 * it. Safe for use from any thread.
 *
 * <p>Bytes are kept up to {@link #KEPT_BYTES}; beyond that their number alone is noted, and the
 * diagram says so. Of datagrams the latest are kept, at least {@link #KEPT_DATAGRAMS} of them, and
 * the number of those that were forgotten is told.
 */
public final class Transcript {
  /** How many bytes one transcript keeps, each piece counted with what it costs itself: 1 MiB. */
  public static final int KEPT_BYTES = 1 << 20;

  /** How many of the latest datagrams are kept at least. */
  public static final int KEPT_DATAGRAMS = 2_000;

  private static final int COST_OF_A_PIECE = 64;
  private static final String FORGOTTEN = " datagrams from here on, not kept";

  private final long start = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Event> events = new ArrayList<>();
  private final Map<Way, LeftOut> leftOut = new HashMap<>();
  private long kept;
  private int datagrams;
  private long forgotten;

  private record Way(String from, String to) {}

  /** Bytes that went one way and were not kept, and where in the list it says so. */
  private record LeftOut(int index, Duration at, long bytes) {}

  /** Notes bytes that went from one participant to another; the array is copied. */
  public void bytes(String from, String to, byte[] bytes, int length) {
    lock.lock();
    try {
      if (kept + length + COST_OF_A_PIECE <= KEPT_BYTES) {
        kept += length + COST_OF_A_PIECE;
        leftOut.clear();
        events.add(new Event.Bytes(now(), from, to, Arrays.copyOf(bytes, length)));
      } else {
        leaveOut(new Way(from, to), length);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes a datagram, or a leg of its way; the parameters are those of {@link Event.Datagram}.
   *
   * @return when that was, for {@link #divergesAfter}
   */
  public Duration datagram(
      String from,
      String to,
      String frame,
      Leg leg,
      Set<Mishap> mishaps,
      String note,
      long number) {
    lock.lock();
    try {
      var now = now();
      leftOut.clear();
      events.add(new Event.Datagram(now, from, to, frame, leg, mishaps, note, number));
      if (++datagrams >= 2 * KEPT_DATAGRAMS) {
        forgetHalf();
      }
      return now;
    } finally {
      lock.unlock();
    }
  }

  /** Notes what one end did to a connection. */
  public void mark(String from, String to, Signal signal) {
    add(() -> new Event.Mark(now(), from, to, signal));
  }

  /** Notes a remark about one participant. */
  public void remark(String who, String text) {
    add(() -> new Event.Remark(now(), who, text));
  }

  /** Notes the point at which the program left the protocol. */
  public void diverges(String who, String expected, String actual) {
    add(() -> new Event.Divergence(now(), who, expected, actual));
  }

  /**
   * Notes that the program left the protocol with what happened at this time, though it was found
   * out only now.
   */
  public void divergesAfter(Duration at, String who, String expected, String actual) {
    lock.lock();
    try {
      leftOut.clear();
      int index = events.size();
      while (index > 0 && events.get(index - 1).at().compareTo(at) > 0) {
        index--;
      }
      events.add(index, new Event.Divergence(at, who, expected, actual));
    } finally {
      lock.unlock();
    }
  }

  /** All events so far, oldest first; an unchanging copy. */
  public List<Event> events() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  /** Pieces that are left out in a row share one event a way, however many there are. */
  private void leaveOut(Way way, int length) {
    var before = leftOut.get(way);
    var now =
        before == null
            ? new LeftOut(events.size(), now(), length)
            : new LeftOut(before.index(), before.at(), before.bytes() + length);
    leftOut.put(way, now);
    String text = now.bytes() + " more bytes to " + way.to() + ", not kept";
    var remark = new Event.Remark(now.at(), way.from(), text);
    if (before == null) {
      events.add(remark);
    } else {
      events.set(now.index(), remark);
    }
  }

  private void forgetHalf() {
    var old = List.copyOf(events);
    events.clear();
    int toForget = datagrams - KEPT_DATAGRAMS;
    forgotten += toForget;
    datagrams -= toForget;
    boolean told = false;
    for (var event : old) {
      boolean forget = toForget > 0 && event instanceof Event.Datagram;
      boolean toldBefore = event instanceof Event.Remark r && r.text().endsWith(FORGOTTEN);
      if (forget) {
        toForget--;
      }
      if (!told && (forget || toldBefore)) {
        told = true;
        events.add(new Event.Remark(event.at(), who(event), forgotten + FORGOTTEN));
      } else if (!forget) {
        events.add(event);
      }
    }
  }

  private static String who(Event event) {
    return switch (event) {
      case Event.Datagram d -> d.from();
      case Event.Remark r -> r.who();
      case Event.Bytes b -> b.from();
      case Event.Mark m -> m.from();
      case Event.Divergence d -> d.who();
    };
  }

  private void add(Supplier<Event> event) {
    lock.lock();
    try {
      leftOut.clear();
      events.add(event.get());
    } finally {
      lock.unlock();
    }
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
