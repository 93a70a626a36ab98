package chatlabs.rooms.checks;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Whether a server was at several users' requests at once, by what somebody heard of them. A quick
 * server is done with what one has sent before the next has sent anything, and then there was no
 * race that it could lose.
 */
final class Overlap {
  /** A round in which all took turns like clockwork may have hundreds, and be no race at all. */
  private static final int ROUNDS_TO_BE_HEARD_IN = 4;

  /** A round that is so many times as long as the first keeps the server busy for milliseconds. */
  private static final int LONGEST = 8;

  private Overlap() {}

  /**
   * Plays at least and at most so many rounds, until overlaps were heard often enough, and not in
   * one round alone: none of them counts for more than a quarter. After a round with too few, the
   * next one is to be twice as long: on a crowded machine a server may be done with what one has
   * sent before the check comes to send what the next has.
   *
   * @param round gives the events that somebody heard of a round that is so many times as long as
   *     the first
   */
  static void provoke(int least, int most, int enough, IntFunction<List<Told>> round) {
    int overlaps = 0;
    int length = 1;
    for (int i = 0; i < least || i < most && overlaps < enough; i++) {
      int heard = in(round.apply(length));
      overlaps += Math.min(heard, enough / ROUNDS_TO_BE_HEARD_IN);
      length = heard < enough / ROUNDS_TO_BE_HEARD_IN ? Math.min(2 * length, LONGEST) : length;
    }
  }

  /** How often one was interrupted by another, each of whom had sent all it did in one write. */
  private static int in(List<Told> events) {
    long all = events.stream().map(Told::who).distinct().count();
    int turns = 0;
    String last = "";
    for (var event : events) {
      turns += event.who().equals(last) ? 0 : 1;
      last = event.who();
    }
    return turns - (int) all;
  }
}
