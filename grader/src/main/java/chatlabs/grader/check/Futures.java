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
      switch (wrapped.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause; // a mismatch is one
        case null, default -> throw wrapped;
      }
    }
  }
}
