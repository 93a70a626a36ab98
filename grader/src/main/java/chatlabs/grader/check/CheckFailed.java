package chatlabs.grader.check;

import chatlabs.grader.verdict.Evidence;
import org.jspecify.annotations.Nullable;

/** The program was seen to break a requirement. */
public final class CheckFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient Evidence evidence;

  CheckFailed(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, cause);
    this.evidence = evidence;
  }

  /** What was seen. */
  public Evidence evidence() {
    return evidence;
  }
}
