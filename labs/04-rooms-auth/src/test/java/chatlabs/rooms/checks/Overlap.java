package chatlabs.rooms.checks;

import java.util.List;

/**
 * Whether a server was at several users' requests at once, by what somebody heard of them. A quick
 * server is done with what one has sent before the next has sent anything, and then there was no
 * race that it could lose.
 */
final class Overlap {
  private Overlap() {}

  /** How often one was interrupted by another, each of whom had sent all it did in one write. */
  static int in(List<Told> events) {
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
