package chatlabs.grader.launch;

import chatlabs.grader.host.Thrown;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Work with files that is done at once, in the grader's own JVM. */
final class Own {
  private Own() {}

  /** Work that gives something. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Work that gives nothing. */
  interface Deed {
    void run() throws IOException;
  }

  static <T> CompletableFuture<T> result(Work<T> work) {
    try {
      return CompletableFuture.completedFuture(work.run());
    } catch (IOException failed) {
      return CompletableFuture.failedFuture(new Failure.Threw(Thrown.of(failed)));
    }
  }

  static CompletableFuture<@Nullable Object> done(Deed deed) {
    try {
      deed.run();
      return CompletableFuture.completedFuture(null);
    } catch (IOException failed) {
      return CompletableFuture.failedFuture(new Failure.Threw(Thrown.of(failed)));
    }
  }
}
