package chatlabs.grader.handout;

/** One line of a session: who does or sees what. */
public sealed interface Step {
  /** The line in the page, from 1. */
  int line();

  /** The client, by its name in the session. */
  String who();

  /** Sends exactly this text. */
  record Sends(int line, String who, String text) implements Step {}

  /** Ends its output, and goes on reading. */
  record EndsOutput(int line, String who) implements Step {}

  /** Tears its connection down. */
  record Resets(int line, String who) implements Step {}

  /** Connects, where its first line does not show the moment. */
  record Connects(int line, String who) implements Step {}

  /** Receives this line next. */
  record Receives(int line, String who, String text) implements Step {}

  /** Sees the end of the stream. */
  record SeesTheEnd(int line, String who) implements Step {}
}
