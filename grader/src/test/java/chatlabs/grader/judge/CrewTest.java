package chatlabs.grader.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrewTest {
  private final AtomicInteger hired = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

  @Test
  void results_come_in_the_order_of_the_pieces() throws InterruptedException {
    assertThat(Crew.run(List.of("a", "b", "c", "d"), 3, worker(x -> x + "!"), done::add))
        .containsExactly("a!", "b!", "c!", "d!");
    assertThat(done).containsExactlyInAnyOrder("a!", "b!", "c!", "d!");
  }

  @Test
  void no_more_workers_are_hired_than_jobs_and_all_are_closed() throws InterruptedException {
    Crew.run(List.of("a", "b", "c", "d", "e"), 2, worker(x -> x), done::add);

    assertThat(hired.get()).isBetween(1, 2);
    assertThat(closed).hasValue(hired.get());
  }

  @Test
  void a_worker_that_breaks_is_told_and_closed() {
    var thrown =
        catchThrowable(
            () -> Crew.run(List.of("a", "bad", "c"), 1, worker(CrewTest::breaksAtBad), done::add));

    assertThat(thrown).hasRootCauseMessage("broken");
    assertThat(closed).hasValue(hired.get());
    assertThat(done).contains("a", "c");
  }

  @Test
  void an_interrupted_run_stops_its_workers() throws InterruptedException {
    var started = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    var run = Thread.ofPlatform().start(() -> interrupted(started, stopped));
    started.await();

    run.interrupt();
    stopped.await();
    run.join();

    assertThat(closed).hasValue(hired.get());
    assertThat(done).isEmpty();
  }

  private void interrupted(CountDownLatch started, CountDownLatch stopped) {
    try {
      Crew.run(List.of("a"), 1, worker(x -> hang(x, started)), done::add);
    } catch (InterruptedException expected) {
      stopped.countDown();
    }
  }

  private static String hang(String piece, CountDownLatch started) {
    started.countDown();
    try {
      new CountDownLatch(1).await();
      return piece;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String breaksAtBad(String piece) {
    if (piece.equals("bad")) {
      throw new IllegalStateException("broken");
    }
    return piece;
  }

  private java.util.function.Supplier<Crew.Worker<String, String>> worker(
      UnaryOperator<String> work) {
    return () -> {
      hired.incrementAndGet();
      return new Crew.Worker<>() {
        @Override
        public String work(String piece) {
          return work.apply(piece);
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    };
  }
}
