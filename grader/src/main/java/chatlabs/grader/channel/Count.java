package chatlabs.grader.channel;

import chatlabs.grader.wire.FrameName;
import java.util.HashMap;
import java.util.Map;

/** Counts what came in one direction, by identity. */
final class Count {
  /** So many identities are told apart; a flood of others counts as one. */
  private static final int MOST = 100_000;

  private final Way way;
  private final Map<String, Integer> byId = new HashMap<>();
  private long all;

  Count(Way way) {
    this.way = way;
  }

  Arrival arrival(FrameName frame, int length) {
    String id = byId.size() < MOST || byId.containsKey(frame.id()) ? frame.id() : "";
    return new Arrival(way, frame, byId.merge(id, 1, Integer::sum), ++all, length);
  }
}
