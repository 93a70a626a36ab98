package chatlabs.grader.lab;

/**
 * A lab's own files are wrong: its properties, its marked regions, or a patch. The message names
 * the file, and the line or hunk, for the author of the lab.
 */
public final class BrokenLab extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenLab(String message) {
    super(message);
  }

  /** Another exception says what is wrong with them. */
  public BrokenLab(String message, Throwable cause) {
    super(message, cause);
  }
}
