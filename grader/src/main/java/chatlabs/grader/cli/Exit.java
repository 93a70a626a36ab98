package chatlabs.grader.cli;

/** The exit statuses of the command line. */
final class Exit {
  /** Everything was done, and nothing is wrong. */
  static final int OK = 0;

  /** Something could not be judged, or a check failed. */
  static final int SOMETHING_WRONG = 1;

  /** The command was used wrongly. */
  static final int WRONG_USE = 2;

  private Exit() {}
}
