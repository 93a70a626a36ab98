package chatlabs.grader.lab;

/** The user asked for a lab that is not there; the message names it and the labs there are. */
public final class NoSuchLab extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchLab(String message) {
    super(message);
  }
}
