package chatlabs.grader.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything that was said on the connections of one check, in the order in which the grader saw
 * it. Safe for use from any thread.
 *
 * <p>Bytes are kept up to {@link #KEPT_BYTES}; beyond that their number alone is noted, and the
 * diagram says so.
 */
public final class Transcript {
  /** How many bytes one transcript keeps: 1 MiB. */
  public static final int KEPT_BYTES = 1 << 20;

  private final long start = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Event> events = new ArrayList<>();
  private long seen;

  /** Notes bytes that went from one participant to another; the array is copied. */
  public void bytes(String from, String to, byte[] bytes, int length) {
    add(() -> bytesEvent(from, to, bytes, length));
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

  /** All events so far, oldest first; an unchanging copy. */
  public List<Event> events() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }

  private Event bytesEvent(String from, String to, byte[] bytes, int length) {
    seen += length;
    return seen > KEPT_BYTES
        ? new Event.Remark(now(), from, length + " more bytes to " + to + ", not kept")
        : new Event.Bytes(now(), from, to, Arrays.copyOf(bytes, length));
  }

  private void add(Supplier<Event> event) {
    lock.lock();
    try {
      events.add(event.get());
    } finally {
      lock.unlock();
    }
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
