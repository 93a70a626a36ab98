package chatlabs.stopandwait.checks;

import chatlabs.grader.channel.Passage;
import chatlabs.grader.channel.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through all that came to a channel, and finds the first step that the protocol does not
 * allow: a transfer that hangs went wrong long before anybody could see it.
 */
final class Referee {
  private static final int NUMBERS = 256;

  private final List<Passage> passages;
  private int sent = -1; // the latest frame of the sender, counted from 0 without end
  private int accepted = -1; // the latest frame that the receiver had to accept
  private boolean acknowledged; // whether a good acknowledgement of frame `sent` has passed

  /** A step that is not allowed, and what should have been there. */
  record Foul(Passage where, String expected, String actual) {
    Foul(Passage where, String expected) {
      this(where, expected, "the first step that is not allowed: " + where.arrival().frame());
    }
  }

  private Referee(List<Passage> passages) {
    this.passages = passages;
  }

  static Optional<Foul> firstFoul(List<Passage> passages) {
    return new Referee(passages).first();
  }

  private Optional<Foul> first() {
    var fouls = new ArrayList<Foul>();
    for (int i = 0; i < passages.size() && fouls.isEmpty(); i++) {
      var passage = passages.get(i);
      if (passage.arrival().way() == Way.FORTH) {
        forth(passage, i).ifPresent(fouls::add);
      } else {
        back(passage).ifPresent(fouls::add);
      }
    }
    return fouls.stream().findFirst();
  }

  /** A frame of the sender's: the current one, or the next when that was acknowledged. */
  private Optional<Foul> forth(Passage passage, int index) {
    long number = passage.arrival().frame().number();
    if (number == (sent + 1) % NUMBERS && (sent < 0 || acknowledged)) {
      sent++;
      acknowledged = false;
    } else if (sent < 0 || number != sent % NUMBERS) {
      return Optional.of(new Foul(passage, sent < 0 ? "D 0" : due()));
    }
    if (isIntact(passage) && sent <= accepted + 1) {
      accepted = sent;
      return unanswered(passage, index);
    }
    return Optional.empty();
  }

  private String due() {
    int number = sent % NUMBERS;
    return "D "
        + number
        + (acknowledged ? " or the next one" : " again, until A " + number + " comes");
  }

  /** The receiver has to answer this one; when it never did, here is where it went wrong. */
  private Optional<Foul> unanswered(Passage passage, int index) {
    long number = passage.arrival().frame().number();
    boolean answered =
        passages.subList(index + 1, passages.size()).stream()
            .map(Passage::arrival)
            .anyMatch(each -> each.way() == Way.BACK && each.frame().number() == number);
    return answered
        ? Optional.empty()
        : Optional.of(new Foul(passage, "A " + number + " in answer", "no answer at all"));
  }

  /** An acknowledgement: of the frame that was accepted last, or late of the one before. */
  private Optional<Foul> back(Passage passage) {
    long number = passage.arrival().frame().number();
    boolean last = accepted >= 0 && number == accepted % NUMBERS;
    boolean before = accepted >= 1 && number == (accepted - 1) % NUMBERS;
    if (!last && !before) {
      return Optional.of(new Foul(passage, "no acknowledgement of what was not accepted"));
    }
    if (last && accepted == sent && isIntact(passage)) {
      acknowledged = true;
    }
    return Optional.empty();
  }

  private static boolean isIntact(Passage passage) {
    var fate = passage.fate();
    return !fate.lost() && fate.damages().isEmpty() && fate.heldUntil().isEmpty();
  }
}
