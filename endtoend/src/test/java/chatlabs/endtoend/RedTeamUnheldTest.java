package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/** Where nothing is held, each that tries to get out is seen to get out: the tests can tell. */
class RedTeamUnheldTest extends RedTeamTest {
  RedTeamUnheldTest() {
    super(Sandbox.NONE);
  }

  @Override
  List<Attack> team() throws IOException {
    assumeTrue(Walls.isLinux(), "the red team's shell and /proc are Linux'");
    return Attack.all().stream().filter(attack -> !attack.none().isEmpty()).toList();
  }
}
