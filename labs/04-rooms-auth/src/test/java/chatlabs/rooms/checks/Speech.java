package chatlabs.rooms.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.check.Words;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many lines of one user in one room; who hears them demands order, wholeness, and their time. */
public final class Speech {
  private final Words words;
  private final User speaker;
  private final String room;
  private final List<String> lines = new ArrayList<>();
  private final Map<User, Integer> next = new HashMap<>(); // by listener
  private int sent;

  /** So many lines of these lengths, each beginning with its number. */
  public Speech(Trial trial, User speaker, String room, int count, int shortest, int longest) {
    this.words = trial.words();
    this.speaker = speaker;
    this.room = room;
    goesOn(count, shortest, longest);
  }

  /** So many lines more, of these lengths; the numbers go on. */
  Speech goesOn(int count, int shortest, int longest) {
    var filler = words.letters(longest);
    for (int i = 0; i < count; i++) {
      int length = shortest + i * 37 % (longest - shortest + 1);
      lines.add("%05d ".formatted(lines.size()) + filler.substring(0, length - 6));
    }
    return this;
  }

  /** Sends the next so many lines in one write. */
  public Speech sends(int count) {
    speaker.asksAtOnce(
        lines.subList(sent, sent + count).stream()
            .map(line -> "SAY " + room + " " + line)
            .collect(Collectors.toList()));
    sent += count;
    return this;
  }

  /** Receives the answers to all that was sent. */
  public Speech isAnswered() {
    while (speaker.due() > 0 || speaker.hasAnswers()) {
      speaker.isAnswered("OK sent");
    }
    return this;
  }

  /** Who speaks. */
  public User speaker() {
    return speaker;
  }

  /** Receives all that these speeches have sent so far; other events may be between. */
  public static void heardBy(User listener, Trial trial, List<Speech> speeches) {
    heardBy(listener, trial, speeches, 0);
  }

  /** The same, but for the last so many lines of each speech. */
  static void heardBy(User listener, Trial trial, List<Speech> speeches, int last) {
    var others = new ArrayList<Told>();
    for (var speech : speeches) {
      while (speech.heardSoFar(listener) < speech.sent - last) {
        var told = listener.hearsAnything();
        if (speeches.stream().noneMatch(each -> each.takes(told, listener, trial))) {
          others.add(told);
        }
      }
    }
    listener.hasNotRead(others);
  }

  /** Demands that in no room the time of an event is before that of an earlier one (ROOMS-12). */
  public static void demandTimeInOrder(User listener, Trial trial) {
    var last = new HashMap<String, Instant>();
    for (var told : listener.told()) {
      var before = last.put(told.room(), told.time());
      if (!told.room().isEmpty() && before != null && told.time().isBefore(before)) {
        throw trial.mismatch(
            Outcome.WRONG_ORDER,
            "no time before " + before + " any more in room " + told.room(),
            cut(told.shown()));
      }
    }
  }

  private int heardSoFar(User listener) {
    return next.getOrDefault(listener, 0);
  }

  /** Whether an event is of this speech: it has to be the next one then. */
  private boolean takes(Told told, User listener, Trial trial) {
    if (!told.kind().equals("MSG") || !told.who().equals(speaker.name())) {
      return false;
    }
    int due = heardSoFar(listener);
    String expected = due < lines.size() ? lines.get(due).stripTrailing() : "";
    if (told.room().equals(room) && told.text().equals(expected)) {
      next.put(listener, due + 1);
      return true;
    }
    throw trial.mismatch(
        lines.contains(told.text()) ? Outcome.WRONG_ORDER : Outcome.WRONG_LINE,
        cut(Told.message(room, speaker.name(), expected).shown()),
        cut(told.shown()));
  }

  private static String cut(String line) {
    return "\"" + Visible.cut(Visible.text(line), 100) + "\"";
  }
}
