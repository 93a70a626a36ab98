package chatlabs.grader.wire;

/** The ways in which a program can leave a protocol; reports go by these, never by texts. */
public enum Outcome {
  /** Nobody listens at the port. */
  REFUSED(
      "connection refused",
      "Nobody listens on that port: the server was not bound yet, or is gone already."),
  /** The program closed although something was due. */
  END_OF_STREAM(
      "end of stream",
      "The program closed the connection although an answer was due. An exception in the thread that"
          + " serves the connection, or a loop that ends too early, looks like this."),
  /** The connection was torn down by RST. */
  RESET(
      "reset",
      "The connection was torn down (TCP RST). That happens when a program dies, or closes a socket"
          + " while bytes that it has not read are still waiting in it."),
  /** Nothing came. */
  SILENCE(
      "silence",
      "Nothing came. Often the reply sits in a buffer that nobody flushes, or the program waits for"
          + " something that will not come, or it serves somebody else."),
  /** The connection should have ended, and lives on. */
  STILL_OPEN(
      "still connected",
      "The program should have ended this connection by now, and did not: somewhere a socket is not"
          + " closed, or a thread still waits for its client."),
  /** A line began and never ended. */
  CUT_LINE(
      "cut line",
      "A line began, but its line end never came. TCP carries bytes, not messages: one read or one"
          + " write is not one message."),
  /** Something came that nobody had asked for. */
  EXTRA_LINE(
      "extra line",
      "Something came where nothing should have come. Perhaps one message was taken for two, or an"
          + " answer was sent too early or twice."),
  /** A line came, but another one was due. */
  WRONG_LINE("wrong line", "A line came, but not the one that the protocol asks for here."),
  /** A frame came, or was sent once more, where nothing was due. */
  EXTRA_FRAME(
      "extra frame",
      "A frame was sent where none should have been sent. Perhaps something was taken for a reason to"
          + " send that is none, or a frame was sent again too early."),
  /** A frame came, but another one was due. */
  WRONG_FRAME("wrong frame", "A frame came, but not the one that the protocol asks for here."),
  /** Frames were sent more often, or less often, than the protocol allows. */
  WRONG_COUNT(
      "wrong count",
      "Frames were sent more often, or less often, than the protocol allows for what the channel did"
          + " to them."),
  /** The right lines came in the wrong order. */
  WRONG_ORDER(
      "wrong order",
      "The right lines came, but in the wrong order. Work that is handed to several threads is not"
          + " done in the order in which it was handed out."),
  /** Somebody got what was meant for somebody else. */
  WRONG_RECEIVER("wrong receiver", "Somebody got a line that was meant for somebody else."),
  /** The program does not take what is sent to it. */
  NOT_READING(
      "not reading",
      "The program stopped reading: its receive buffer is full, and nothing more can be sent to it."),
  /** A method did not return. */
  HUNG(
      "call did not return",
      "The method was called and did not come back. It waits for something that does not happen, or"
          + " it runs in a loop that has no end."),
  /** A method threw something that it should not. */
  THREW("exception", "The method threw an exception that the requirement does not allow."),
  /** A method should have thrown, and returned. */
  NOTHING_THROWN("no exception", "The method returned where it should have thrown an exception."),
  /** A method returned something else, a file holds it, or so many users were told it. */
  WRONG_VALUE(
      "wrong value",
      "What was returned, stored or counted is something else than the requirement asks for."),
  /** A thread, a port or a connection was left. */
  LEFT_BEHIND("left behind", "Something is still there that should be gone by now."),
  /** A class, a constructor or a method is missing. */
  MISSING(
      "missing",
      "A public class, constructor or method that the lab asks for was not found. Names, parameters"
          + " and 'public' have to be exactly as on the protocol page."),
  /** The program's process ended. */
  ENDED(
      "program ended",
      "The whole program ended in the middle of the check: System.exit, or a crash of its process.");

  private final String words;
  private final String meaning;

  Outcome(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** Its name for people: "end of stream". */
  public String words() {
    return words;
  }

  /** What it usually means, in one or two sentences for a student. */
  public String meaning() {
    return meaning;
  }
}
