package chatlabs.grader.channel;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Mishap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a channel does. Safe for use from any thread. */
public final class Sums {
  private static final String CAME = "came";

  private final String receiver;
  private final Map<String, LongAdder> forth = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> back = new ConcurrentHashMap<>();

  /**
   * Nothing has come yet.
   *
   * @param receiver what the program behind the channel is called
   */
  public Sums(String receiver) {
    this.receiver = receiver;
  }

  /** Counts this, unless it is a second leg: that was counted with the first. */
  public void add(Passage passage, Leg leg) {
    if (leg == Leg.SECOND) {
      return;
    }
    var row = passage.arrival().way() == Way.FORTH ? forth : back;
    count(row, CAME);
    passage.fate().mishaps().forEach(mishap -> count(row, mishap.words()));
  }

  /** A line of heads, and a line for each direction. */
  public String table() {
    var head = new StringBuilder(String.format("%-14s%9s", "", CAME));
    for (var mishap : Mishap.values()) {
      head.append(String.format("%9s", mishap.words()));
    }
    return head + "\n" + line("to " + receiver, forth) + "\n" + line("back", back);
  }

  private static void count(Map<String, LongAdder> row, String what) {
    row.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  private static String line(String name, Map<String, LongAdder> row) {
    var line = new StringBuilder(String.format("%-14s%9d", name, sum(row, CAME)));
    for (var mishap : Mishap.values()) {
      line.append(String.format("%9d", sum(row, mishap.words())));
    }
    return line.toString();
  }

  private static long sum(Map<String, LongAdder> row, String what) {
    return row.getOrDefault(what, new LongAdder()).sum();
  }
}
