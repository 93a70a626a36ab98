package chatlabs.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MachineTimeTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger crowd = new AtomicInteger(1);
  private final AtomicInteger looks = new AtomicInteger();
  private final MachineTime time =
      new MachineTime(
          clock::get,
          () -> {
            looks.incrementAndGet();
            return crowd.get();
          });

  @Test
  void on_a_quiet_machine_it_is_the_time_of_the_clock() {
    assertThat(passedWithin(3 * SECOND)).isEqualTo(3 * SECOND);
  }

  @Test
  void on_a_crowded_machine_it_passes_at_a_fraction_of_the_speed() {
    crowd.set(4);

    assertThat(passedWithin(2 * SECOND)).isEqualTo(SECOND / 2);
  }

  @Test
  void it_does_not_look_at_the_machine_at_every_question() {
    for (int i = 0; i < 10_000; i++) {
      clock.addAndGet(1_000);
      time.nanos();
    }

    assertThat(looks.get()).isOne();
  }

  @Test
  void the_clock_of_this_machine_goes_forward() {
    long before = MachineTime.HERE.nanos();

    assertThat(MachineTime.HERE.nanos()).isGreaterThan(before);
  }

  private long passedWithin(long nanos) {
    long before = time.nanos();
    for (long passed = 0; passed < nanos; passed += SECOND / 10) {
      clock.addAndGet(SECOND / 10);
      time.nanos();
    }
    return time.nanos() - before;
  }
}
