package chatlabs.broadcast.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Many lines of one user, sent in segments of many; who hears them demands order and wholeness.
 * Lines are made when they are needed: some checks send more than they could keep.
 */
public final class Speech {
  private static final int NUMBER = 6; // characters: five digits and a space

  private final User speaker;
  private final int count;
  private final int shortest;
  private final int spread;
  private final String filler;
  private final Set<Integer> ends = new HashSet<>(); // how much was sent after each write
  private int sent;

  /** So many lines of these lengths, each beginning with its number. */
  public Speech(Trial trial, User speaker, int count, int shortest, int longest) {
    this.speaker = speaker;
    this.count = count;
    this.shortest = shortest;
    this.spread = longest - shortest + 1;
    this.filler = trial.words().letters(longest);
  }

  /** Sends the next so many lines in one write. */
  public Speech sends(int more) {
    var lines = new StringBuilder();
    for (int i = sent; i < sent + more; i++) {
      lines.append(text(i)).append('\n');
    }
    speaker.sends(lines.toString().getBytes(UTF_8));
    sent += more;
    ends.add(sent);
    return this;
  }

  /** Who speaks. */
  public User speaker() {
    return speaker;
  }

  /** Receives all that these speeches have sent, each in its order; other lines may be between. */
  public static void heardBy(User listener, Trial trial, List<Speech> speeches) {
    new Hearing(listener, trial, speeches).hearsAllBut(0);
  }

  /** A line as others hear it; trailing spaces carry no meaning. */
  private String shown(int number) {
    return speaker.message(text(number)).stripTrailing();
  }

  private String text(int number) {
    int length = shortest + number * 37 % spread;
    String digits = String.valueOf(100_000 + number);
    return digits.substring(1) + " " + filler.substring(0, length - NUMBER);
  }

  /** One user who listens to some speeches, from their beginnings on. */
  static final class Hearing {
    private final User listener;
    private final Trial trial;
    private final List<Speech> speeches;
    private final int[] next;
    private int last = -1;
    private int interruptions;

    Hearing(User listener, Trial trial, List<Speech> speeches) {
      this.listener = listener;
      this.trial = trial;
      this.speeches = speeches;
      this.next = new int[speeches.size()];
    }

    /** How often something else was heard between two lines of one write. */
    int interruptions() {
      return interruptions;
    }

    /** Receives what was sent so far, but for the last so many lines of each speech. */
    void hearsAllBut(int missing) {
      for (int i = 0; i < next.length; i++) {
        while (next[i] < speeches.get(i).sent - missing) {
          take(listener.hearsSomething());
        }
      }
    }

    /** A line of one of the speeches has to be its next one; any other is the listener's own. */
    private void take(String line) {
      for (int i = 0; i < next.length; i++) {
        if (speeches.get(i).isLine(line, next[i])) {
          noteInterruption(i != last);
          next[i]++;
          last = i;
          return;
        }
      }
      for (int i = 0; i < next.length; i++) {
        if (speeches.get(i).isMeant(line)) {
          throw speeches.get(i).broken(line, next[i], trial);
        }
      }
      listener.keeps(line);
      noteInterruption(true);
    }

    private void noteInterruption(boolean somethingElse) {
      if (somethingElse && last >= 0 && speeches.get(last).isInAWrite(next[last])) {
        interruptions++;
      }
    }
  }

  /** Whether the line of this number was sent together with the one before it. */
  private boolean isInAWrite(int number) {
    return number > 0 && !ends.contains(number);
  }

  private boolean isLine(String line, int number) {
    return number < count
        && line.startsWith(speaker.message(""))
        && line.stripTrailing().equals(shown(number));
  }

  /** Whether this is a line of this speech, or has a piece of one in it. */
  private boolean isMeant(String line) {
    return line.startsWith(speaker.message(""))
        || !line.startsWith("* ") && line.contains(speaker.message(""));
  }

  private AssertionError broken(String line, int due, Trial trial) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      lines.add(shown(i));
    }
    return trial.mismatch(
        lines.contains(line.stripTrailing()) ? Outcome.WRONG_ORDER : Outcome.WRONG_LINE,
        due < count ? "\"" + cut(lines.get(due)) + "\"" : "nothing more of " + speaker.name(),
        "\"" + cut(line) + "\"");
  }

  private static String cut(String line) {
    return Visible.cut(Visible.text(line), 80);
  }
}
