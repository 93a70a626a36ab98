package chatlabs.grader.verdict;

import chatlabs.grader.transcript.Stretch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param drawing the steps of the diagram where they are worth a drawing; else none
 */
public record Evidence(
    String outcome,
    String expected,
    String actual,
    String explanation,
    String diagram,
    String output,
    Stretch drawing) {

  /** No evidence: the check passed, or there was nothing to be seen. */
  public static final Evidence NONE = new Evidence("", "", "", "", "", "");

  /** A result that was written before there were drawings has none. */
  public Evidence {
    drawing = Objects.requireNonNullElse((@Nullable Stretch) drawing, Stretch.EMPTY);
  }

  /** Evidence without a drawing. */
  public Evidence(
      String outcome,
      String expected,
      String actual,
      String explanation,
      String diagram,
      String output) {
    this(outcome, expected, actual, explanation, diagram, output, Stretch.EMPTY);
  }
}
