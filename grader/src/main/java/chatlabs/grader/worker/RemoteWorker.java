package chatlabs.grader.worker;

import chatlabs.grader.judge.Crew;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.judge.Scoring;
import chatlabs.grader.launch.PipeThread;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.wire.TimeBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Grades in a JVM of its own, which has a network of its own. A worker that dies of a hand-in is
 * started anew; the hand-in gets a second chance, and then is not judged. For one thread at a time.
 */
final class RemoteWorker implements Crew.Worker<Task, SubmissionVerdict> {
  /** Beyond what compiling and judging allow themselves; a {@link TimeBudget}, as theirs. */
  private static final Duration LONGEST = Judge.BUDGET.plusMinutes(5);

  private static final long LOOK_SECONDS = 1;

  private final Assignment assignment;
  private final int points;
  private final WorkerJvms jvms;
  private @Nullable WorkerJvm running;
  private boolean hasJudged;

  /**
   * A worker for this assignment; its JVM is started with the first hand-in.
   *
   * @param points what all checks together are worth, for a hand-in that cannot be judged
   * @param jvms starts it
   */
  RemoteWorker(Assignment assignment, int points, WorkerJvms jvms) {
    this.assignment = assignment;
    this.points = points;
    this.jvms = jvms;
  }

  @Override
  public SubmissionVerdict work(Task task) throws InterruptedException {
    long start = System.nanoTime();
    IOException trouble = new IOException("it was never tried");
    for (int chance = 1; chance <= 2; chance++) {
      try {
        var verdict = ask(task);
        hasJudged |= verdict.status() == Status.GRADED;
        return verdict;
      } catch (IOException ended) {
        trouble = ended;
        kill();
      }
    }
    return Scoring.notRun(
        task.handIn(),
        Status.NOT_JUDGED,
        points,
        "the grader's worker ended twice while it judged this: " + trouble.getMessage(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private SubmissionVerdict ask(Task task) throws IOException, InterruptedException {
    var letters = running().letters();
    var answer =
        CompletableFuture.supplyAsync(
            () -> exchange(letters, task), work -> PipeThread.start("letters", work));
    try {
      return awaited(answer);
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } catch (InterruptedException stopped) {
      kill();
      throw stopped;
    }
  }

  private static SubmissionVerdict awaited(CompletableFuture<SubmissionVerdict> answer)
      throws IOException, ExecutionException, InterruptedException {
    var budget = new TimeBudget(LONGEST);
    while (!budget.isSpent()) {
      try {
        return answer.get(LOOK_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException stillAtWork) {
        // look at the time again
      }
    }
    throw new IOException("it was not done after " + LONGEST.toMinutes() + " minutes");
  }

  private static SubmissionVerdict exchange(Letters letters, Task task) {
    try {
      letters.send(task);
      return letters.verdict();
    } catch (IOException broken) {
      throw new CompletionException(broken);
    }
  }

  private WorkerJvm running() throws IOException {
    if (running == null) {
      running = jvms.start();
      running.letters().send(assignment);
    }
    return running;
  }

  /** Ends the JVM at once, and with it what it has started. */
  private void kill() {
    if (running != null) {
      running.kill();
      running = null;
    }
  }

  /** Ends the JVM; it takes some seconds where that leaves an archive for the next ones. */
  @Override
  public void close() {
    if (running != null) {
      running.dismiss(hasJudged && assignment.command().isEmpty());
      running = null;
    }
  }
}
