package chatlabs.grader.check;

import chatlabs.grader.verdict.Evidence;
import org.jspecify.annotations.Nullable;

/** The program was seen to break a requirement. */
public final class CheckFailed extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient Evidence evidence;
  private final boolean doubtful;

  CheckFailed(String message, Evidence evidence, @Nullable Throwable cause) {
    this(message, evidence, cause, false);
  }

  CheckFailed(String message, Evidence evidence, @Nullable Throwable cause, boolean doubtful) {
    super(message, cause);
    this.evidence = evidence;
    this.doubtful = doubtful;
  }

  /** What was seen. */
  public Evidence evidence() {
    return evidence;
  }

  /** Whether what was seen may be the work of an earlier check: its process ended in this one. */
  public boolean isDoubtful() {
    return doubtful;
  }
}
