package chatlabs.grader.check;

import chatlabs.grader.launch.Failure;
import chatlabs.grader.transcript.SequenceDiagram;
import chatlabs.grader.transcript.Stretch;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.verdict.Evidence;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Outcome;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Turns what a check threw into one of the results that a check can have. */
final class Findings {
  private static final int ROWS = 24;
  private static final int LONGEST = 400;

  private final Trial trial;

  private Findings(Trial trial) {
    this.trial = trial;
  }

  /** What JUnit is to be told. */
  static Throwable of(Throwable thrown, Trial trial) {
    return new Findings(trial).of(thrown);
  }

  private Throwable of(Throwable thrown) {
    if (thrown instanceof Mismatch mismatch && connectionEnded(mismatch)) {
      trial.awaitTrouble();
    }
    if (trial.trouble() instanceof Failure.Threw beside && beside.thrown().isTodo()) {
      return new NotStarted(beside.thrown().message());
    }
    return switch (thrown) {
      case TestAbortedException aborted -> aborted;
      case Mismatch mismatch -> failed(mismatch);
      case Failure failure -> failure(failure);
      default -> new NotJudged("the grader had trouble of its own: " + thrown, thrown);
    };
  }

  /** A thread that dies closes its socket first; why it died is known only a moment later. */
  private static boolean connectionEnded(Mismatch mismatch) {
    return switch (mismatch.outcome()) {
      case END_OF_STREAM, RESET, REFUSED -> true;
      default -> false;
    };
  }

  private Throwable failure(Failure failure) {
    return switch (failure) {
      case Failure.Threw threw when threw.thrown().isTodo() ->
          new NotStarted(threw.thrown().message());
      case Failure.Threw threw ->
          failed(trial.mismatch(Outcome.THREW, "no exception", threw.thrown().toString()));
      case Failure.Absent absent ->
          failed(
              trial.mismatch(Outcome.MISSING, absent.missing().wanted(), absent.missing().found()));
      case Failure.Ended ended ->
          failed(trial.mismatch(Outcome.ENDED, "the program to go on", message(ended)));
      case Failure.OutOfReach outOfReach -> new NotJudged(message(outOfReach), outOfReach);
    };
  }

  private CheckFailed failed(Mismatch mismatch) {
    if (trial.trouble() instanceof Failure.Ended ended && mismatch.outcome() != Outcome.ENDED) {
      return failed(trial.mismatch(Outcome.ENDED, mismatch.expected(), message(ended)));
    }
    switch (mismatch.outcome()) {
      case SILENCE, STILL_OPEN, CUT_LINE, NOT_READING, HUNG -> trial.waitedInVain();
      default -> {}
    }
    var shown = Stretch.of(trial.transcript().events(), ROWS);
    var evidence =
        new Evidence(
            mismatch.outcome().words(),
            Visible.cut(mismatch.expected(), LONGEST),
            Visible.cut(mismatch.actual(), LONGEST),
            mismatch.outcome().meaning(),
            SequenceDiagram.draw(shown),
            Printed.visible(trial.printed()),
            shown.showsDatagrams() ? shown : Stretch.EMPTY);
    String message =
        mismatch.outcome().words()
            + ": expected "
            + evidence.expected()
            + " but got "
            + evidence.actual();
    boolean doubtful = mismatch.outcome() == Outcome.ENDED && trial.isShared();
    return new CheckFailed(message, evidence, mismatch, doubtful);
  }

  private static String message(@Nullable Throwable thrown) {
    return thrown == null ? "" : String.valueOf(thrown.getMessage());
  }
}
