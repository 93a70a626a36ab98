package chatlabs.grader.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server that was started by its main method, in a process of its own. No method blocks. */
public interface Launched {
  /** The port on which it says that it listens. */
  int port();

  /** How much processor time it has used, with all it has started; empty where nobody knows. */
  CompletableFuture<Optional<Duration>> used();

  /**
   * Ends it as a power failure would: on Unix by SIGKILL, without a chance to tidy up. Completes
   * when the process and all that it has started are gone; safe to call more than once.
   */
  CompletableFuture<@Nullable Object> kill();
}
