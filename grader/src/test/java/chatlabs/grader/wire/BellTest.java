package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BellTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(1);

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
  void a_rest_ends_by_itself_and_hears_alarms() {
    bell.rest(SHORT);
    alarmed.set(true);

    assertThatThrownBy(() -> bell.rest(LONG)).hasMessage("alarm");
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
