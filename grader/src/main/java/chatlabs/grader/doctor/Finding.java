package chatlabs.grader.doctor;

/**
 * One line of what the doctor found.
 *
 * @param state how well it is
 * @param what what was looked at
 * @param found what was seen of it
 * @param why what it is good for
 * @param remedy the command that mends it; empty when it is well, or nothing can be done
 */
public record Finding(State state, String what, String found, String why, String remedy) {

  /** How well something is. */
  public enum State {
    /** It is as it should be. */
    OK("ok"),
    /** The kit works without it, and less well. */
    WEAKER("weaker"),
    /** The kit needs it. */
    MISSING("missing");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word for it. */
    public String label() {
      return label;
    }
  }

  static Finding ok(String what, String found, String why) {
    return new Finding(State.OK, what, found, why, "");
  }
}
