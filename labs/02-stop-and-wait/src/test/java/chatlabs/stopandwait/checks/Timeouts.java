package chatlabs.stopandwait.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import java.util.function.IntConsumer;

/** For checks that need an acknowledgement to come within the timeout of the student's sender. */
final class Timeouts {
  private static final int SHORT_MILLIS = 100;
  private static final int LONG_MILLIS = 2_000;

  private Timeouts() {}

  /** What an attempt found wrong after frames were sent again that nothing had been lost of. */
  static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Mismatch wrong;

    Late(Mismatch wrong) {
      super(wrong);
      this.wrong = wrong;
    }
  }

  /**
   * Attempts it with a short timeout, given in milliseconds. When an acknowledgement may have been
   * too late for that, on a machine with much to do, a long timeout decides.
   */
  static void shortThenLong(Trial trial, IntConsumer attempt) {
    try {
      attempt.accept(SHORT_MILLIS);
      return;
    } catch (Mismatch wrong) {
      if (wrong.outcome() != Outcome.WRONG_COUNT) {
        throw wrong;
      }
    } catch (Failure.Threw gaveUp) {
      if (!gaveUp.thrown().isA("java.net.SocketTimeoutException")) {
        throw gaveUp;
      }
    } catch (Late late) {
      // of their acknowledgements there are more than the check wants
    }
    trial.remark("once more, with a timeout that is long for every machine");
    try {
      attempt.accept(LONG_MILLIS);
    } catch (Late late) {
      throw late.wrong;
    }
  }
}
