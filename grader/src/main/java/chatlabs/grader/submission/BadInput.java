package chatlabs.grader.submission;

/**
 * What the user named cannot be taken in as a whole; the message names it and says what to do.
 * Trouble with one hand-in among others is an {@link Submission.Unusable} instead.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadInput(String message) {
    super(message);
  }

  BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
