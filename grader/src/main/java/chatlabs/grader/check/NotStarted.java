package chatlabs.grader.check;

import org.opentest4j.TestAbortedException;

/** A check met a method of the starter that was not written yet; JUnit calls it aborted. */
public final class NotStarted extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  NotStarted(String todo) {
    super(todo);
  }
}
