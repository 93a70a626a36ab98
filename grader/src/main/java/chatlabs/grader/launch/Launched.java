package chatlabs.grader.launch;

/** A server that was started by its main method, in a process of its own. */
public interface Launched {
  /** The port on which it listens. */
  int port();

  /** What it has printed. */
  String printed();

  /**
   * Ends it as a power failure would: on Unix by SIGKILL, without a chance to tidy up. Blocks until
   * the process and all that it has started are gone; safe to call more than once.
   */
  void kill();
}
