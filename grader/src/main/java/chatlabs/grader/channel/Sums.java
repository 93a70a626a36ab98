package chatlabs.grader.channel;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Mishap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts what a channel does. Safe for use from any thread. */
public final class Sums {
  private static final int CAME = Mishap.values().length;

  private final String receiver;
  private final Map<Way, AtomicLongArray> counts = new EnumMap<>(Way.class);

  /**
   * Nothing has come yet.
   *
   * @param receiver what the program behind the channel is called
   */
  public Sums(String receiver) {
    this.receiver = receiver;
    for (var way : Way.values()) {
      counts.put(way, new AtomicLongArray(CAME + 1));
    }
  }

  /** Counts this, unless it is a second leg: that was counted with the first. */
  public void add(Passage passage, Leg leg) {
    if (leg == Leg.SECOND) {
      return;
    }
    var row = row(passage.arrival().way());
    row.incrementAndGet(CAME);
    passage.fate().mishaps().forEach(mishap -> row.incrementAndGet(mishap.ordinal()));
  }

  /** A line of heads, and a line for each direction. */
  public String table() {
    var head = new StringBuilder(String.format("%-14s%9s", "", "came"));
    Arrays.stream(Mishap.values()).forEach(m -> head.append(String.format("%9s", m.words())));
    return head + "\n" + line("to " + receiver, Way.FORTH) + "\n" + line("back", Way.BACK);
  }

  private String line(String name, Way way) {
    var line = new StringBuilder(String.format("%-14s%9d", name, row(way).get(CAME)));
    for (var mishap : Mishap.values()) {
      line.append(String.format("%9d", row(way).get(mishap.ordinal())));
    }
    return line.toString();
  }

  private AtomicLongArray row(Way way) {
    return Objects.requireNonNull(counts.get(way));
  }
}
