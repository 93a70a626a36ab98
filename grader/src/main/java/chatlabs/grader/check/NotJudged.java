package chatlabs.grader.check;

import org.opentest4j.TestAbortedException;

/** A check that could not be carried out, through no fault of the program's. */
public final class NotJudged extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  NotJudged(String why) {
    super(why);
  }

  NotJudged(String why, Throwable cause) {
    super(why, cause);
  }
}
