package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Behind walls that an ordinary user has put up. */
class RedTeamStrictOrdinaryUserTest extends RedTeamTest {
  RedTeamStrictOrdinaryUserTest() {
    super(Sandbox.STRICT_OF_AN_ORDINARY_USER);
  }

  @Override
  List<Attack> team() throws Exception {
    assumeTrue(Walls.isLinux(), "the red team's shell and /proc are Linux'");
    sandbox.grader().require();
    var team = Walls.thoseWhoGetOut();
    Walls.require(team);
    return team;
  }
}
