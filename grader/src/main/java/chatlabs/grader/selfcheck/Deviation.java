package chatlabs.grader.selfcheck;

/**
 * A verdict that is not what is known of a variant.
 *
 * @param check the id of the check; empty when there is no verdict on any
 * @param expected what the verdict should be; empty when nothing particular is expected
 * @param seen what it is
 * @param message what the check said, or why there is no verdict; may be empty
 * @param evidence what was seen on the wire and printed, in lines; may be empty
 */
public record Deviation(
    String check, String expected, String seen, String message, String evidence) {

  /** All of it in one line. */
  public String sentence() {
    if (expected.isEmpty()) {
      return (check.isEmpty() ? "" : check + " is ") + seen + ": " + message;
    }
    return check
        + " should be "
        + expected
        + " and is "
        + seen
        + (message.isEmpty() ? "" : " (" + message + ")");
  }
}
