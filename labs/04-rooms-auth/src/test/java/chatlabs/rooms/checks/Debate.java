package chatlabs.rooms.checks;

import chatlabs.grader.check.Trial;
import java.util.List;

/**
 * Several users speak in one room at the same time: in rounds, until what a listener hears shows
 * that the server was at several of them at once, or so often that this one does not seem to do
 * that.
 */
final class Debate {
  private static final int AT_ONCE = 100; // lines of each in a round, sent in one write
  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 30;
  private static final int ENOUGH = 40; // overlaps

  private final Trial trial;
  private final List<Speech> speeches;
  private final List<User> listeners;

  /** A debate of these; the listeners hear all. */
  Debate(Trial trial, String room, List<User> speakers, List<User> listeners) {
    this.trial = trial;
    this.speeches =
        speakers.stream()
            .map(each -> new Speech(trial, each, room, MOST_ROUNDS * AT_ONCE, 6, 400))
            .toList();
    this.listeners = listeners;
  }

  /** Demands of every line that it arrives whole, and after those that its sender sent before. */
  void isHeardInOrder() {
    Overlap.provoke(LEAST_ROUNDS, MOST_ROUNDS, ENOUGH, length -> round());
  }

  private List<Told> round() {
    var witness = listeners.getFirst();
    int before = witness.told().size();
    speeches.forEach(speech -> speech.sends(AT_ONCE));
    listeners.forEach(listener -> Speech.heardBy(listener, trial, speeches));
    speeches.forEach(Speech::isAnswered);
    return witness.toldSince(before);
  }
}
