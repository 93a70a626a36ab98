package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
  private static final Duration LENGTH = Duration.ofSeconds(10);

  private final AtomicLong machine = new AtomicLong(7);
  private final AtomicLong wall = new AtomicLong(-3);
  private final TimeBudget budget = new TimeBudget(LENGTH, machine::get, wall::get);

  @Test
  void it_is_spent_when_its_length_has_passed_in_machine_time() {
    pass(LENGTH, LENGTH);
    assertThat(budget.isSpent()).isFalse();
    pass(Duration.ofNanos(1), Duration.ZERO);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void a_crowd_makes_it_last_eight_times_as_long_on_the_wall_and_no_longer() {
    pass(Duration.ofSeconds(3), Duration.ofSeconds(80));
    assertThat(budget.isSpent()).isFalse();
    pass(Duration.ZERO, Duration.ofNanos(1));
    assertThat(budget.isSpent()).isTrue();
  }

  private void pass(Duration onTheMachine, Duration onTheWall) {
    machine.addAndGet(onTheMachine.toNanos());
    wall.addAndGet(onTheWall.toNanos());
  }
}
