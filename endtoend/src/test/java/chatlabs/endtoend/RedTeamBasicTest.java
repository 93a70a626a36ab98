package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/** Without walls: what the basic tier cannot hold is what SECURITY.md says, and no more. */
class RedTeamBasicTest extends RedTeamTest {
  RedTeamBasicTest() {
    super(Sandbox.BASIC);
  }

  /** Where there are walls, those who ruin only themselves are let loose behind them alone. */
  @Override
  List<Attack> team() throws IOException {
    assumeTrue(Walls.isLinux(), "the red team's shell and /proc are Linux'");
    return Attack.all().stream()
        .filter(attack -> !Walls.areHere() || !attack.none().isEmpty())
        .toList();
  }
}
