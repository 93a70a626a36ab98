package chatlabs.grader.judge;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Several workers that share the hand-ins of a run, or of several runs one after another.
 *
 * @param <T> a piece of work
 * @param <R> what comes of one
 */
public final class Crew<T, R> implements AutoCloseable {
  private final int jobs;
  private final Supplier<? extends Worker<T, R>> hire;
  private final ConcurrentLinkedQueue<Worker<T, R>> idle = new ConcurrentLinkedQueue<>();

  /**
   * A crew; its workers are hired when there is work for them.
   *
   * @param jobs how many workers; at least 1
   */
  public Crew(int jobs, Supplier<? extends Worker<T, R>> hire) {
    this.jobs = jobs;
    this.hire = hire;
  }

  /** What one worker does with one piece of work. */
  public interface Worker<T, R> extends AutoCloseable {
    /** Does it; blocks. */
    R work(T piece) throws InterruptedException;

    @Override
    void close();
  }

  /** As {@link #run(List, Consumer)}, by a crew for this one run. */
  public static <T, R> List<R> run(
      List<T> pieces, int jobs, Supplier<? extends Worker<T, R>> hire, Consumer<R> done)
      throws InterruptedException {
    try (var crew = new Crew<T, R>(jobs, hire)) {
      return crew.run(pieces, done);
    }
  }

  /**
   * Does all the pieces, several at a time, on platform threads named {@code worker-1} and so on.
   *
   * @param done is told each result as it comes, on the worker's thread
   * @return the results in the order of the pieces
   * @throws InterruptedException when the caller is interrupted; workers are stopped then
   */
  public List<R> run(List<T> pieces, Consumer<R> done) throws InterruptedException {
    var number = new AtomicInteger();
    try (var threads =
        Executors.newFixedThreadPool(
            jobs, task -> new Thread(task, "worker-" + number.incrementAndGet()))) {
      try {
        var futures = new ArrayList<Future<R>>();
        for (var piece : pieces) {
          futures.add(threads.submit(() -> one(piece, done)));
        }
        return results(futures);
      } catch (InterruptedException stopped) {
        threads.shutdownNow();
        throw stopped;
      }
    }
  }

  private R one(T piece, Consumer<R> done) throws InterruptedException {
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
        if (broken.getCause() instanceof UncheckedIOException unwritten) {
          throw unwritten; // what was done could not be kept: no bug
        }
        throw new IllegalStateException("a worker broke", broken.getCause());
      }
    }
    return results;
  }

  /** Sends the workers home. */
  @Override
  public void close() {
    idle.forEach(Worker::close);
    idle.clear();
  }
}
