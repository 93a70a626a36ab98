package chatlabs.grader.check;

import chatlabs.grader.launch.Launched;
import java.time.Duration;
import java.util.Optional;

/** A server of the student's that was started by its main method, in a process of its own. */
public final class OwnProcess {
  private final Launched launched;
  private final Calls calls;

  OwnProcess(Launched launched, Calls calls) {
    this.launched = launched;
    this.calls = calls;
  }

  /** The port on which it listens. */
  public int port() {
    return launched.port();
  }

  /** How much processor time it has used; empty where the system does not tell. */
  public Optional<Duration> used() {
    return calls.await("looking at the process", launched.used());
  }

  /**
   * Ends it as a power failure would: on Unix by SIGKILL, without a chance to tidy up. Blocks until
   * the process and all that it has started are gone; safe to call more than once.
   */
  public void kill() {
    calls.await("killing the process", launched.kill());
  }
}
