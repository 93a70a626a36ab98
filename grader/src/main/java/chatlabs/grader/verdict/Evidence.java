package chatlabs.grader.verdict;

/**
 * What was seen on the wire when a check did not pass. All texts have control characters made
 * visible; each may be empty, none is null.
 *
 * @param outcome the type of what happened, in words: "end of stream", "silence", "cut line"
 * @param expected what should have come
 * @param actual what came instead
 * @param explanation what this type of outcome usually means
 * @param diagram the last exchanges as a sequence diagram, several lines
 * @param output what the program printed or threw, several lines
 */
public record Evidence(
    String outcome,
    String expected,
    String actual,
    String explanation,
    String diagram,
    String output) {

  /** No evidence: the check passed, or there was nothing to be seen. */
  public static final Evidence NONE = new Evidence("", "", "", "", "", "");
}
