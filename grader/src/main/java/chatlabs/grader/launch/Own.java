package chatlabs.grader.launch;

import chatlabs.grader.host.Thrown;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Work that is done in the grader's own JVM, on a thread that nobody has to wait for. */
final class Own {
  private Own() {}

  /** Work that gives something. */
  interface Work<T extends @Nullable Object> {
    T run() throws IOException;
  }

  /** Work that gives nothing. */
  interface Deed {
    void run() throws IOException;
  }

  static <T extends @Nullable Object> CompletableFuture<T> result(Work<T> work) {
    var result = new CompletableFuture<T>();
    Thread.ofVirtual().name("chatlabs-own").start(() -> run(work, result));
    return result;
  }

  static CompletableFuture<@Nullable Object> done(Deed deed) {
    return Own.<@Nullable Object>result(
        () -> {
          deed.run();
          return null;
        });
  }

  private static <T extends @Nullable Object> void run(Work<T> work, CompletableFuture<T> result) {
    try {
      result.complete(work.run());
    } catch (IOException failed) {
      result.completeExceptionally(new Failure.Threw(Thrown.of(failed)));
    } catch (RuntimeException trouble) {
      result.completeExceptionally(trouble);
    }
  }
}
