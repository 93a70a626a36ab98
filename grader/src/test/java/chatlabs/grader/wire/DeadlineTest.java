package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void slowness_is_not_measured_while_there_is_time() {
    var measured = new AtomicInteger();
    var deadline = new Deadline(LONG, measured::incrementAndGet);

    assertThat(deadline.remainingNanos()).isPositive().isLessThanOrEqualTo(LONG.toNanos());
    assertThat(measured).hasValue(0);
  }

  @Test
  void on_an_ordinary_machine_it_ends_when_it_is_due() {
    assertThat(new Deadline(Duration.ofNanos(1), () -> 1).remainingNanos()).isZero();
  }

  @Test
  void on_a_slow_machine_it_is_put_off_in_proportion() {
    var deadline = new Deadline(Duration.ofNanos(1), () -> Duration.ofSeconds(100).toNanos());

    assertThat(deadline.remainingNanos())
        .isBetween(Duration.ofSeconds(50).toNanos(), Duration.ofSeconds(100).toNanos());
  }

  @Test
  void a_machine_that_recovers_does_not_bring_the_end_forward() {
    var measured = new AtomicInteger();
    long hour = LONG.toNanos();
    var deadline =
        new Deadline(Duration.ofNanos(1), () -> measured.getAndIncrement() > 0 ? 1 : hour);

    deadline.remainingNanos();

    assertThat(deadline.remainingNanos()).isPositive();
  }

  @Test
  void on_a_crowded_machine_it_comes_later() {
    var now = new AtomicLong();
    var crowded = new MachineTime(now::get, () -> 5);
    var deadline = new Deadline(Duration.ofSeconds(3), () -> 1, crowded::nanos);
    int asked = 0;

    for (; deadline.remainingNanos() > 0; asked++) {
      now.addAndGet(Deadline.OFTEN.toNanos());
    }

    assertThat(asked).isEqualTo(150);
  }

  @Test
  void one_that_is_fixed_is_not_put_off() {
    assertThat(Deadline.fixed(Duration.ofNanos(1)).remainingNanos()).isZero();
  }

  @Test
  void a_quiet_while_ends_and_is_not_put_off() {
    assertThat(Deadline.quiet(LONG).remainingNanos()).isBetween(1L, LONG.toNanos());
    assertThat(Deadline.quiet(Duration.ZERO).remainingNanos()).isZero();
  }

  @Test
  void it_knows_how_long_it_was_waited() {
    assertThat(new Deadline(LONG, () -> 1).waited()).isBetween(Duration.ZERO, LONG);
  }

  @Test
  void time_in_which_nobody_could_ask_does_not_count() {
    var now = new AtomicLong();
    var deadline = new Deadline(Duration.ofSeconds(3), () -> 1, now::get);

    now.addAndGet(Duration.ofMinutes(5).toNanos()); // the machine was halted

    assertThat(deadline.remainingNanos()).isGreaterThan(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void time_in_which_somebody_asks_counts() {
    var now = new AtomicLong();
    var deadline = new Deadline(Duration.ofSeconds(3), () -> 1, now::get);

    for (int i = 0; i < 30; i++) {
      assertThat(deadline.remainingNanos()).isPositive();
      now.addAndGet(Deadline.OFTEN.toNanos());
    }

    assertThat(deadline.remainingNanos()).isZero();
  }

  @Test
  void the_measured_slowness_is_at_least_one_and_bounded() {
    assertThat(Slowness.measure()).isBetween(1.0, 100.0);
  }

  @Test
  void patience_gives_deadlines_of_its_own_length_or_another() {
    var patience = new Patience(LONG);

    assertThat(patience.deadline().remainingNanos()).isGreaterThan(LONG.toNanos() / 2);
    assertThat(patience.deadline(LONG.multipliedBy(3)).remainingNanos())
        .isGreaterThan(LONG.toNanos() * 2);
  }
}
