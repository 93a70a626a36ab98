package chatlabs.grader.soak;

import chatlabs.grader.selfcheck.Load;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import chatlabs.grader.soak.Plan.Round;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes round after round. */
public final class Soak {
  private final Grading grading;
  private final int load;
  private final Ending ending;

  /** Takes the turns of a round, several at a time, and tells of each as it comes. Blocks. */
  @FunctionalInterface
  public interface Grading {
    List<Outcome> run(List<Turn> turns, Consumer<Outcome> done) throws InterruptedException;
  }

  /**
   * A soak.
   *
   * @param load how many processes keep the cores busy in the rounds that are to be busy
   * @param ending tells whether all of it is about to end
   */
  public Soak(Grading grading, int load, Ending ending) {
    this.grading = grading;
    this.load = load;
    this.ending = ending;
  }

  /**
   * Takes all these rounds. Blocks.
   *
   * @param done is told of each grading as it comes, by one thread at a time
   * @throws IOException when the cores cannot be kept busy
   */
  public void run(List<Round> rounds, Consumer<Entry> done)
      throws IOException, InterruptedException {
    for (var round : rounds) {
      run(round, done);
    }
  }

  @SuppressWarnings("try") // the load is there to be there
  private void run(Round round, Consumer<Entry> done) throws IOException, InterruptedException {
    try (@Nullable Load busy = round.busy() ? new Load(load) : null) {
      grading.run(round.turns(), outcome -> tell(Entry.of(outcome, round.busy()), done));
    }
  }

  private synchronized void tell(Entry entry, Consumer<Entry> done) {
    if (entry.expected() || !ending.isNear()) {
      done.accept(entry);
    }
  }
}
