package chatlabs.grader.wire;

/** The program did something else than the protocol asks for. */
public final class Mismatch extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final String who;
  private final String expected;
  private final String actual;

  /**
   * A mismatch that a participant of the transcript met.
   *
   * @param who the participant that saw it; a lane in the diagram
   * @param expected what should have happened, control characters visible
   * @param actual what happened, control characters visible
   */
  public Mismatch(Outcome outcome, String who, String expected, String actual) {
    super("expected " + expected + " but got " + actual);
    this.outcome = outcome;
    this.who = who;
    this.expected = expected;
    this.actual = actual;
  }

  /** What kind of thing happened. */
  public Outcome outcome() {
    return outcome;
  }

  /** The participant that saw it. */
  public String who() {
    return who;
  }

  /** What should have happened. */
  public String expected() {
    return expected;
  }

  /** What happened. */
  public String actual() {
    return actual;
  }
}
