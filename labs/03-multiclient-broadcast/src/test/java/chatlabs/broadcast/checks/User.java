package chatlabs.broadcast.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Trial;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Outcome;
import chatlabs.grader.wire.Peer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Somebody who talks to the student's server, and remembers all that was heard.
 *
 * <p>{@link #hears} reads until the line has come: others may be there, such as notices that the
 * protocol allows at any time. What must not come is asked for afterwards, behind a fence.
 */
public final class User {
  private final Trial trial;
  private final Peer peer;
  private final List<String> heard = new ArrayList<>();
  private String name;

  User(Trial trial, Peer peer, String name) {
    this.trial = trial;
    this.peer = peer;
    this.name = name;
  }

  /** Its name; what the diagram calls it, as long as it has none. */
  public String name() {
    return name;
  }

  /** What the server calls the moment at which it came. */
  public String joined() {
    return "* " + name + " has joined the chat room.";
  }

  /** What the server calls the moment at which it went. */
  public String left() {
    return "* " + name + " has left the chat room.";
  }

  /** A line of its own as the others hear it. */
  public String message(String text) {
    return name + ": " + text;
  }

  /** Says its name, and is welcomed. */
  public User takesName(String wanted) {
    name = wanted;
    return hears("NAME?").says(wanted).hears("WELCOME " + wanted);
  }

  /** Sends a line, with its LF. */
  public User says(String line) {
    peer.says(line);
    return this;
  }

  /** Lets each of these say its own line, all at the same time. */
  static void sayTogether(List<User> users, List<String> lines) {
    Peer.sayTogether(users.stream().map(user -> user.peer).toList(), lines);
  }

  /** Sends just these characters, in one segment, without a line end. */
  public User sends(String characters) {
    return sends(characters.getBytes(UTF_8));
  }

  /** Sends just these bytes, in one segment. */
  public User sends(byte[] bytes) {
    peer.sends(bytes);
    return this;
  }

  /** Waits until what is sent next comes to the server by itself ({@link Peer#isReadAlone}). */
  public User isReadAlone() {
    peer.isReadAlone();
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

  /** Receives lines until these have come, one after the other; others may stand between. */
  public User hears(String... lines) {
    for (var line : lines) {
      heard.addAll(peer.receivesUntil(line));
      heard.add(line);
    }
    return this;
  }

  /** The same in any order: some of them may have been heard before. */
  public User hearsInAnyOrder(String... lines) {
    for (var line : lines) {
      if (!heard.contains(line)) {
        hears(line);
      }
    }
    return this;
  }

  /** Receives exactly these lines next. */
  public User hearsNext(String... lines) {
    for (var line : lines) {
      peer.receives(line);
      heard.add(line);
    }
    return this;
  }

  /** Receives the next line, whatever it is, and gives it back as it came, without its LF. */
  public String hearsAnything() {
    var line = hearsSomething();
    keeps(line);
    return line;
  }

  /** The same, for a line that need not be remembered. */
  String hearsSomething() {
    return peer.receives("a line", any -> true);
  }

  /** Remembers this line as one that was heard. */
  void keeps(String line) {
    heard.add(line.stripTrailing()); // what is at the end of a line is for LINE-2 alone
  }

  /** Receives whatever comes until the connection ends, in one way or the other. */
  public User hearsTheEnd() {
    heard.addAll(peer.receivesUntilEnd());
    return this;
  }

  /** Sees the connection end now, with nothing before it. */
  public void hearsNothingButTheEnd() {
    peer.receivesEnd();
  }

  /** Waits for the answer to this name, and tells whether it is WELCOME. */
  public boolean isWelcome(String wanted) {
    while (true) {
      var line = hearsAnything().stripTrailing();
      if (line.equals("WELCOME " + wanted)) {
        name = wanted;
        return true;
      }
      if (line.startsWith("ERR")) {
        return false;
      }
    }
  }

  /** All lines so far. */
  public List<String> heard() {
    return Collections.unmodifiableList(heard);
  }

  /** Demands that this line has come exactly once so far. */
  public User heardOnce(String line) {
    int times = Collections.frequency(heard, line);
    if (times != 1) {
      throw trial.mismatch(
          times == 0 ? Outcome.SILENCE : Outcome.EXTRA_LINE,
          name + " to hear \"" + Visible.text(line) + "\" once",
          times + " times");
    }
    return this;
  }

  /** Demands that this line has not come so far. */
  public User neverHeardExactly(String line) {
    if (heard.stream().anyMatch(each -> each.stripTrailing().equals(line.stripTrailing()))) {
      throw trial.mismatch(
          Outcome.EXTRA_LINE,
          name + " not to hear \"" + Visible.text(line) + "\"",
          "it did");
    }
    return this;
  }

  /** Demands that no line so far has this in it. */
  public User neverHeard(String part) {
    for (var line : heard) {
      if (line.contains(part)) {
        throw trial.mismatch(
            Outcome.WRONG_RECEIVER,
            name + " not to hear \"" + Visible.text(part) + "\"",
            "\"" + Visible.text(line) + "\"");
      }
    }
    return this;
  }
}
