package chatlabs.broadcast.checks;

import chatlabs.grader.check.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * Several users speak at the same time. A quick server may be done with what one has sent before
 * the next has sent anything, and then nothing was at the same time; so they speak again, in
 * rounds, until what a listener hears shows that the server was at several of them at once, or so
 * often that this server does not seem to do that.
 */
final class Debate {
  private static final int AT_ONCE = 100; // lines of each in a round, sent in one write
  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 30;
  private static final int ENOUGH = 20; // interruptions
  private static final int ENOUGH_IN_A_ROUND = ENOUGH / 4; // one where all took turns is no race

  private final List<Speech> speeches;
  private final Speech.Hearing witness;
  private final List<Speech.Hearing> others = new ArrayList<>();

  /** A debate of these; each hears the others, and the listeners hear all. */
  Debate(Trial trial, List<User> speakers, List<User> listeners) {
    speeches =
        speakers.stream()
            .map(each -> new Speech(trial, each, MOST_ROUNDS * AT_ONCE, 6, 600))
            .toList();
    witness = new Speech.Hearing(listeners.getFirst(), trial, speeches);
    for (var listener : listeners.subList(1, listeners.size())) {
      others.add(new Speech.Hearing(listener, trial, speeches));
    }
    for (var speaker : speakers) {
      var heard = speeches.stream().filter(speech -> speech.speaker() != speaker).toList();
      others.add(new Speech.Hearing(speaker, trial, heard));
    }
  }

  /** Demands of every line that it arrives whole, and after those that its sender sent before. */
  void isHeardInOrder() {
    int atOnce = 0;
    for (int i = 0; i < LEAST_ROUNDS || i < MOST_ROUNDS && atOnce < ENOUGH; i++) {
      atOnce += Math.min(interruptionsOfARound(), ENOUGH_IN_A_ROUND);
    }
  }

  private int interruptionsOfARound() {
    int before = witness.interruptions();
    speeches.forEach(speech -> speech.sends(AT_ONCE));
    witness.hearsAllBut(0);
    others.forEach(listener -> listener.hearsAllBut(0));
    return witness.interruptions() - before;
  }
}
