package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HandInUserTest {
  @Test
  void the_graders_own_user_needs_no_prefix_and_claims_no_process() {
    assertThat(HandInUser.same().prefix()).isEmpty();
    assertThat(HandInUser.same().owns(Path.of("/proc/self"))).isFalse();
  }

  @Test
  void every_hand_in_gets_a_user_of_its_own() {
    var one = HandInUser.own();
    var other = HandInUser.own();

    assertThat(one.uid()).isNotEqualTo(other.uid()).isGreaterThan(100_000);
    assertThat(one.prefix()).contains("--reuid=" + one.uid(), "--regid=" + one.uid());
    assertThat(one.prefix()).contains("--clear-groups", "--no-new-privs");
  }

  @Test
  void a_process_of_another_user_or_that_is_gone_is_not_its_own() {
    assertThat(HandInUser.own().owns(Path.of("/proc/self"))).isFalse();
    assertThat(HandInUser.own().owns(Path.of("/proc/0"))).isFalse();
  }
}
