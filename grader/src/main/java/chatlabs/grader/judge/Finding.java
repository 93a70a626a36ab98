package chatlabs.grader.judge;

import chatlabs.grader.check.CheckFailed;
import chatlabs.grader.check.NotStarted;
import chatlabs.grader.verdict.Evidence;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** What one run of one check found. */
public sealed interface Finding {
  /** The program did what is required. */
  record Passed() implements Finding {}

  /**
   * It did not.
   *
   * @param doubtful whether that may be the work of an earlier check in the same process
   */
  record Failed(String message, Evidence evidence, boolean doubtful) implements Finding {}

  /** The check met a TODO. */
  record Unwritten(String todo) implements Finding {}

  /** The check could not be carried out. */
  record Unjudged(String why) implements Finding {}

  /** What this outcome of a check method means; empty for one that returned. */
  static Finding of(Optional<Throwable> thrown) {
    return switch (thrown.orElse(null)) {
      case null -> new Passed();
      case CheckFailed failed ->
          new Failed(String.valueOf(failed.getMessage()), failed.evidence(), failed.isDoubtful());
      case NotStarted todo -> new Unwritten(String.valueOf(todo.getMessage()));
      case TestAbortedException aborted -> new Unjudged(String.valueOf(aborted.getMessage()));
      case Throwable trouble -> new Unjudged("the check itself broke: " + trouble);
    };
  }
}
