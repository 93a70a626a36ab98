package chatlabs.grader.cli;

/** Holds numbers that were typed to what can be. */
final class Numbers {
  private Numbers() {}

  /** The number of this option, when it is in its bounds. */
  static int within(String option, int typed, int least, int most) {
    if (typed < least || typed > most) {
      throw new WrongUse(option + " " + typed + ": a number from " + least + " to " + most);
    }
    return typed;
  }
}
