package chatlabs.broadcast.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many lines of one user, sent in segments of many; who hears them demands order and wholeness. */
public final class Speech {
  private final User speaker;
  private final List<String> lines = new ArrayList<>();
  private int sent;

  /** So many lines of these lengths, each beginning with its number. */
  public Speech(Trial trial, User speaker, int count, int shortest, int longest) {
    this.speaker = speaker;
    var filler = trial.words().letters(longest);
    for (int i = 0; i < count; i++) {
      int length = shortest + i * 37 % (longest - shortest + 1);
      lines.add("%05d ".formatted(i) + filler.substring(0, length - 6));
    }
  }

  /** Sends the next so many lines in one write. */
  public Speech sends(int count) {
    speaker.sends(String.join("\n", lines.subList(sent, sent + count)) + "\n");
    sent += count;
    return this;
  }

  /** Who speaks. */
  public User speaker() {
    return speaker;
  }

  /** The last line that was sent, as others hear it. */
  public String last() {
    return speaker.message(lines.get(sent - 1));
  }

  /** Receives all that these speeches have sent, each in its order; other lines may be between. */
  public static void heardBy(User listener, Trial trial, List<Speech> speeches) {
    var next = new HashMap<String, Integer>();
    speeches.forEach(speech -> next.put(speech.speaker.name(), 0));
    heardBy(listener, trial, speeches, next);
  }

  /** The same, from where {@code next} says for each name, which is moved on. */
  static void heardBy(
      User listener, Trial trial, List<Speech> speeches, Map<String, Integer> next) {
    for (var speech : speeches) {
      while (next.get(speech.speaker.name()) < speech.sent) {
        var line = listener.hearsAnything();
        speeches.forEach(each -> each.take(line, trial, next));
      }
    }
  }

  /** Looks at a line that may be of this speech: it has to be the next one then. */
  private void take(String line, Trial trial, Map<String, Integer> next) {
    String name = speaker.name();
    int due = next.get(name);
    boolean mine = line.startsWith(name + ": ");
    if (mine && due < lines.size() && line.stripTrailing().equals(shown(due))) {
      next.put(name, due + 1);
    } else if (mine || !line.startsWith("* ") && line.contains(name + ": ")) {
      boolean known = lines.contains(line.substring(Math.min(line.length(), name.length() + 2)));
      throw trial.mismatch(
          known ? Outcome.WRONG_ORDER : Outcome.WRONG_LINE,
          due < lines.size() ? "\"" + cut(shown(due)) + "\"" : "nothing more of " + name,
          "\"" + cut(line) + "\"");
    }
  }

  private String shown(int number) {
    return speaker.message(lines.get(number)).stripTrailing();
  }

  private static String cut(String line) {
    return Visible.cut(Visible.text(line), 80);
  }
}
