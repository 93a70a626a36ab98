package chatlabs.stopandwait.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.MachineTime;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import java.util.function.IntConsumer;

/** How long a timeout a check gives to the student's sender. */
final class Timeouts {
  private static final int SHORT_MILLIS = 100;
  private static final int LONG_MILLIS = 2_000;

  private static final int UNCROWDED_MILLIS = 150;
  private static final int LEAST_MILLIS = 100;
  private static final int MOST_MILLIS = 5_000;

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
   * Attempts it with a short timeout, given in milliseconds, for checks that need an
   * acknowledgement to come within it. When one may have been too late for that, on a machine with
   * much to do, a long timeout decides.
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

  /**
   * Attempts it with a timeout, given in milliseconds, that is long beside the delays of this
   * machine: where threads wait for their turn, a sender whose timeout is too short seems to be in
   * time. Once more, as long as the machine was more crowded in an attempt than its timeout allows.
   */
  static void longerThanDelays(Trial trial, IntConsumer attempt) {
    int millis = UNCROWDED_MILLIS;
    double crowd = crowdDuring(attempt, millis);
    while (millis < Math.min(MOST_MILLIS, LEAST_MILLIS * crowd)) {
      millis = (int) Math.min(MOST_MILLIS, UNCROWDED_MILLIS * crowd);
      trial.remark("once more, with a timeout that is long for a crowded machine");
      crowd = crowdDuring(attempt, millis);
    }
  }

  /** How many times slower the machine's time passed meanwhile than that on the wall. */
  private static double crowdDuring(IntConsumer attempt, int millis) {
    long machine = MachineTime.HERE.nanos();
    long wall = System.nanoTime();
    attempt.accept(millis);
    double passed = Math.max(1, MachineTime.HERE.nanos() - machine);
    return (System.nanoTime() - wall) / passed;
  }
}
