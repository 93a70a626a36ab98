package chatlabs.grader.check;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Takes the result out of a future that is done. */
final class Futures {
  private Futures() {}

  static <T extends @Nullable Object> T value(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (wrapped.getCause() instanceof Error cause) {
        throw cause;
      }
      throw wrapped;
    }
  }
}
