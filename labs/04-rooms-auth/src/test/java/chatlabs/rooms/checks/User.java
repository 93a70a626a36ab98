package chatlabs.rooms.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Peer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Somebody who talks to the student's server. What comes is sorted at once: answers, of which each
 * request gets one, in order; and events, which may come at any time between them.
 */
public final class User {
  private final Trial trial;
  private final Peer peer;
  private final String name;
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Told> unread = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Clock clock = new Clock();
  private int due; // answers

  User(Trial trial, Peer peer, String name) {
    this.trial = trial;
    this.peer = peer;
    this.name = name;
  }

  /** Its name; what the diagram calls it, as long as it has not logged in. */
  public String name() {
    return name;
  }

  /** Sends a request. */
  public User asks(String request) {
    due++;
    peer.says(request);
    return this;
  }

  /** Sends these requests in one segment. */
  public User asksAtOnce(List<String> requests) {
    return sends(String.join("\n", requests) + "\n", requests.size());
  }

  /** Sends just these characters, which complete so many requests. */
  public User sends(String characters, int requests) {
    return sends(characters.getBytes(UTF_8), requests);
  }

  /** Sends just these bytes, which complete so many requests. */
  public User sends(byte[] bytes, int requests) {
    due += requests;
    peer.sends(bytes);
    return this;
  }

  /** Lets each of these send its own request, all at the same time. */
  public static void askTogether(List<User> users, List<String> requests) {
    users.forEach(user -> user.due++);
    Peer.sayTogether(users.stream().map(user -> user.peer).toList(), requests);
  }

  /** Sends a request, and receives this answer: {@code OK …} as it is, {@code ERR code} by code. */
  public User asks(String request, String answer) {
    return asks(request).isAnswered(answer);
  }

  /** Receives the next answer, which has to be this one. */
  public User isAnswered(String expected) {
    String actual = answer(expected);
    boolean right =
        expected.startsWith("ERR ")
            ? begins(actual, expected)
            : actual.equals(expected);
    if (!right) {
      throw mismatch(Outcome.WRONG_LINE, quoted(expected), quoted(actual));
    }
    return this;
  }

  /** Asks again and again until this is the answer: the server has to notice something first. */
  public User eventuallyAsks(String request, String answer) {
    trial.eventually(
        Duration.ofSeconds(3),
        () -> {
          answers.clear();
          return asks(request).firstAnswer().equals(answer);
        });
    return isAnswered(answer);
  }

  /** Receives the next answer, and gives it back. */
  public String answer() {
    return answer("an answer");
  }

  /** Waits for the next answer, and leaves it for another call. */
  String firstAnswer() {
    while (answers.isEmpty()) {
      receive(() -> "an answer");
    }
    return answers.element();
  }

  private String answer(String expected) {
    while (answers.isEmpty()) {
      receive(() -> quoted(expected));
    }
    return answers.remove();
  }

  /** Receives this event; others may come before. */
  public User hears(Told expected) {
    while (!unread.removeIf(expected::same)) {
      receive(() -> quoted(expected.shown()));
    }
    return this;
  }

  /** Receives the next event, whatever it is. */
  public Told hearsAnything() {
    while (unread.isEmpty()) {
      receive(() -> "an event");
    }
    return unread.removeFirst();
  }

  /** Puts back what came and is still to be looked at. */
  void hasNotRead(List<Told> events) {
    unread.addAll(0, events);
  }

  /** Demands that this event has come exactly once so far. */
  public User heardOnce(Told expected) {
    long times = told.stream().filter(expected::same).count();
    if (times != 1) {
      Outcome outcome = times == 0 ? Outcome.SILENCE : Outcome.EXTRA_LINE;
      throw mismatch(outcome, quoted(expected.shown()) + " once", times + " times");
    }
    return this;
  }

  /** Demands that no such event has come so far. */
  public User neverHeard(String what, Predicate<Told> unwanted) {
    return neverHeardSince(0, what, unwanted);
  }

  /** The same, of events from this number on. */
  public User neverHeardSince(int first, String what, Predicate<Told> unwanted) {
    for (var each : toldSince(first)) {
      if (unwanted.test(each)) {
        throw mismatch(Outcome.WRONG_RECEIVER, "not " + what, quoted(each.shown()));
      }
    }
    return this;
  }

  /** All events so far. */
  public List<Told> told() {
    return Collections.unmodifiableList(told);
  }

  /** The events from this number on, as far as they have come. */
  public List<Told> toldSince(int first) {
    return List.copyOf(told.subList(first, told.size()));
  }

  /** Whether something has come that nobody has looked at. */
  boolean hasNews() {
    return peer.hasNews();
  }

  /** Waits until what is sent next comes to the server by itself ({@link Peer#isReadAlone}). */
  public User isReadAlone() {
    peer.isReadAlone();
    return this;
  }

  /** Demands that the answer to a request that takes minutes has not come. */
  User isStillWaiting(Duration quiet) {
    peer.staysQuiet(quiet, "its request takes minutes");
    return this;
  }

  /** Ends its output, and goes on reading. */
  public User finishes() {
    peer.finishes();
    return this;
  }

  /** Tears the connection down. */
  public User resets() {
    peer.resets();
    return this;
  }

  /** Stops reading. */
  public User stopsReading() {
    peer.stopsReading();
    return this;
  }

  /** Reads again. */
  public User readsAgain() {
    peer.readsAgain();
    return this;
  }

  /** Receives whatever comes until the connection ends, in one way or the other. */
  public User hearsTheEnd() {
    peer.receivesUntilEnd().forEach(this::take);
    return this;
  }

  /** Sees the connection end now, with nothing before it. */
  public void hearsNothingButTheEnd() {
    peer.receivesEnd();
  }

  /** How many answers are still to come. */
  public int due() {
    return due;
  }

  /** Whether there are answers that nobody has looked at. */
  boolean hasAnswers() {
    return !answers.isEmpty();
  }

  private void receive(Supplier<String> expected) {
    take(peer.receives(expected, line -> true).stripTrailing());
  }

  private void take(String line) {
    if (begins(line, "OK") || begins(line, "ERR")) {
      answers.add(line);
      if (due-- == 0) {
        throw mismatch(Outcome.EXTRA_LINE, "one answer to each request", quoted(line));
      }
      return;
    }
    Told event = Told.read(line, clock).orElseThrow(() -> noEvent(line));
    told.add(event);
    unread.add(event);
  }

  /** Whether a line begins with these words, and not with longer ones. */
  private static boolean begins(String line, String words) {
    return line.startsWith(words)
        && (line.length() == words.length() || line.charAt(words.length()) == ' ');
  }

  private Mismatch noEvent(String line) {
    String expected = "an answer (OK or ERR) or an event (MSG, PM or NOTE, its time as an instant)";
    return mismatch(Outcome.WRONG_LINE, expected, quoted(line));
  }

  private Mismatch mismatch(Outcome outcome, String expected, String actual) {
    return trial.mismatch(outcome, name + " to receive " + expected, actual);
  }

  private static String quoted(String line) {
    return "\"" + Visible.cut(Visible.text(line), 160) + "\"";
  }
}
