package chatlabs.grader.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Several workers that share the hand-ins of a run. */
public final class Crew {
  private Crew() {}

  /** What one worker does with one piece of work. */
  public interface Worker<T, R> extends AutoCloseable {
    /** Does it; blocks. */
    R work(T piece) throws InterruptedException;

    @Override
    void close();
  }

  /**
   * Does all the pieces, several at a time, on platform threads named {@code worker-1} and so on.
   *
   * @param jobs how many workers; at least 1
   * @param done is told each result as it comes, on the worker's thread
   * @return the results in the order of the pieces
   * @throws InterruptedException when the caller is interrupted; workers are stopped then
   */
  public static <T, R> List<R> run(
      List<T> pieces, int jobs, Supplier<? extends Worker<T, R>> hire, Consumer<R> done)
      throws InterruptedException {
    var idle = new ConcurrentLinkedQueue<Worker<T, R>>();
    var number = new AtomicInteger();
    try (var threads =
        Executors.newFixedThreadPool(
            jobs, task -> new Thread(task, "worker-" + number.incrementAndGet()))) {
      try {
        var futures = new ArrayList<Future<R>>();
        for (var piece : pieces) {
          futures.add(threads.submit(() -> one(piece, idle, hire, done)));
        }
        return results(futures);
      } catch (InterruptedException stopped) {
        threads.shutdownNow();
        throw stopped;
      }
    } finally {
      idle.forEach(Worker::close);
    }
  }

  private static <T, R> R one(
      T piece,
      ConcurrentLinkedQueue<Worker<T, R>> idle,
      Supplier<? extends Worker<T, R>> hire,
      Consumer<R> done)
      throws InterruptedException {
    var waiting = idle.poll();
    var worker = waiting == null ? hire.get() : waiting;
    try {
      R result = worker.work(piece);
      done.accept(result);
      return result;
    } finally {
      idle.add(worker);
    }
  }

  private static <R> List<R> results(List<Future<R>> futures) throws InterruptedException {
    var results = new ArrayList<R>();
    for (var future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException broken) {
        throw new IllegalStateException("a worker broke", broken.getCause());
      }
    }
    return results;
  }
}
