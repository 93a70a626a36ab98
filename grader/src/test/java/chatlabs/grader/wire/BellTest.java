package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BellTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(1);

  /** The pause before the last of these steps would be hours long, if nobody rang. */
  private static final int MANY = 25;

  private final AtomicBoolean alarmed = new AtomicBoolean();
  private final Bell bell =
      new Bell(
          () -> {
            if (alarmed.get()) {
              throw new IllegalStateException("alarm");
            }
          });

  @Test
  void a_wait_ends_with_the_ring_that_makes_its_condition_true() {
    var came = new AtomicBoolean();
    var asked = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> afterwards(asked, () -> bell.ring(() -> came.set(true))));

    assertThat(bell.await(() -> askedFor(asked, came), patient())).isTrue();
  }

  @Test
  void a_wait_that_is_in_vain_ends_at_the_deadline() {
    assertThat(bell.await(() -> false, new Deadline(SHORT, () -> 1))).isFalse();
  }

  @Test
  void what_came_while_slowness_was_measured_counts() {
    var came = new AtomicBoolean();
    var deadline = new Deadline(Duration.ofNanos(1), () -> ring(came));

    assertThat(bell.await(came::get, deadline)).isTrue();
  }

  @Test
  void an_alarm_ends_a_wait_at_once() {
    var asked = new CountDownLatch(1);
    var never = new AtomicBoolean();
    Thread.ofVirtual().start(() -> afterwards(asked, () -> bell.ring(() -> alarmed.set(true))));

    assertThatThrownBy(() -> bell.await(() -> askedFor(asked, never), patient()))
        .hasMessage("alarm");
  }

  @Test
  void what_holds_already_is_worth_more_than_an_alarm() {
    alarmed.set(true);

    assertThat(bell.await(() -> true, patient())).isTrue();
  }

  @Test
  void an_interrupted_wait_ends_and_keeps_the_mark_on_its_thread() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> bell.await(() -> false, patient()))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_step_is_repeated_without_a_ring_until_it_is_done() {
    var steps = new AtomicInteger();

    assertThat(bell.repeat(() -> steps.incrementAndGet() == 3, SHORT, patient())).isTrue();
    assertThat(steps).hasValue(3);
  }

  @Test
  void a_step_that_is_never_done_is_repeated_until_the_deadline() {
    var steps = new AtomicInteger();
    BooleanSupplier step = () -> steps.incrementAndGet() == 0;

    assertThat(bell.repeat(step, SHORT, Deadline.fixed(SHORT))).isFalse();
    assertThat(steps).hasValueGreaterThan(1);
  }

  @Test
  void who_repeats_a_step_hears_every_ring() throws InterruptedException {
    var steps = new AtomicInteger();
    var ringing = Thread.ofVirtual().start(this::ringAgainAndAgain);

    assertThat(bell.repeat(() -> steps.incrementAndGet() == MANY, LONG, patient())).isTrue();

    ringing.interrupt();
    ringing.join();
  }

  @Test
  void an_alarm_ends_the_repeating() {
    alarmed.set(true);

    assertThatThrownBy(() -> bell.repeat(() -> false, LONG, patient())).hasMessage("alarm");
  }

  private void ringAgainAndAgain() {
    while (!Thread.currentThread().isInterrupted()) {
      bell.ring(() -> {});
      LockSupport.parkNanos(SHORT.toNanos());
    }
  }

  private double ring(AtomicBoolean came) {
    bell.ring(() -> came.set(true));
    return 1;
  }

  private static boolean askedFor(CountDownLatch asked, AtomicBoolean condition) {
    asked.countDown();
    return condition.get();
  }

  private static void afterwards(CountDownLatch asked, Runnable work) {
    try {
      asked.await();
      work.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Deadline patient() {
    return new Deadline(LONG, () -> 1);
  }
}
