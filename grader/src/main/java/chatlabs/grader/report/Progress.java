package chatlabs.grader.report;

/** Tells somebody who waits how far a long run has come; safe for use by many threads. */
public interface Progress extends AutoCloseable {

  /** One more is done; {@code name} says which. Never blocks for long. */
  void done(String name);

  /** Leaves the terminal as it was before. */
  @Override
  void close();

  /**
   * On standard error: a bar when a person looks at it there, otherwise a line a minute.
   *
   * @param task what is being done, in a word or two
   * @param total how often {@link #done} will be called
   */
  static Progress onError(String task, int total) {
    return Terminal.errorIsTerminal()
        ? new TerminalProgress(task, total, System.err)
        : new LineProgress(task, total, System.err, System::nanoTime);
  }
}
