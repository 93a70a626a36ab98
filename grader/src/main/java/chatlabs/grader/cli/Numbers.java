package chatlabs.grader.cli;

/** Holds numbers that were typed to what can be. */
final class Numbers {
  private static final int LAST_PORT = 65_535;

  private Numbers() {}

  /** The port of {@code --port}, when it can be one; 0 is any free one. */
  static int port(int typed) {
    if (typed < 0 || typed > LAST_PORT) {
      throw new WrongUse("--port " + typed + ": a port is a number from 0 to " + LAST_PORT);
    }
    return typed;
  }

  /** The number of this option, when it is in its bounds. */
  static int within(String option, int typed, int least, int most) {
    if (typed < least || typed > most) {
      throw new WrongUse(option + " " + typed + ": a number from " + least + " to " + most);
    }
    return typed;
  }
}
