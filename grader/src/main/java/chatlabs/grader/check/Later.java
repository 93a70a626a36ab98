package chatlabs.grader.check;

import chatlabs.grader.host.Thrown;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Outcome;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call into the program that goes on while the check does something else. */
public final class Later<T> {
  private final String what;
  private final Trial trial;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private @Nullable Duration within;

  Later(String what, Callable<T> call, Trial trial) {
    this.what = what;
    this.trial = trial;
    Thread.ofVirtual().name("wire-later").start(() -> run(call));
  }

  /**
   * Waits for its result so long, on an ordinary machine, from when it is asked for: for what the
   * protocol gives a time of its own. Otherwise as long as for anything that should come at once.
   */
  public Later<T> within(Duration time) {
    within = time;
    return this;
  }

  /** Waits for its result. The time counts from now, however long ago the call began. */
  public T value() {
    var time = within;
    return time == null
        ? trial.calls().await(what, result)
        : trial.calls().await(what, result, time);
  }

  /** Whether it has ended by now, in one way or the other. */
  public boolean isDone() {
    return result.isDone();
  }

  /** Waits for its result, which has to be this one. */
  public void returns(@Nullable Object expected) {
    trial.equal(what + " to return", expected, value());
  }

  /** Waits for its end, which has to be an exception of this type or one below it. */
  public Thrown throwsA(String type) {
    try {
      T value = value();
      throw trial.mismatch(
          Outcome.NOTHING_THROWN, what + " to throw " + type, "it returned " + Shown.value(value));
    } catch (Failure.Threw threw) {
      if (threw.thrown().isA(type) || threw.thrown().isTodo()) {
        return thrownUnlessTodo(threw);
      }
      throw trial.mismatch(
          Outcome.THREW, what + " to throw " + type, Shown.value(threw.thrown().toString()));
    }
  }

  private static Thrown thrownUnlessTodo(Failure.Threw threw) {
    if (threw.thrown().isTodo()) {
      throw threw;
    }
    return threw.thrown();
  }

  private void run(Callable<T> call) {
    try {
      result.complete(trial.calls().unhurried(call));
    } catch (Throwable thrown) { // handed on to the check's own thread
      trial.calls().met(thrown);
      result.completeExceptionally(thrown);
    }
  }
}
