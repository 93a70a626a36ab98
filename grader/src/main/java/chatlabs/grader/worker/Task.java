package chatlabs.grader.worker;

import chatlabs.grader.submission.Submission;
import java.util.List;

/**
 * What a worker does at a time: judges one hand-in.
 *
 * @param seed of names, texts and order
 * @param checks the ids of those to run, of the {@link Assignment}'s; empty for all of them
 */
public record Task(Submission handIn, long seed, List<String> checks) {
  public Task {
    checks = List.copyOf(checks);
  }

  /** All checks. */
  public Task(Submission handIn, long seed) {
    this(handIn, seed, List.of());
  }
}
