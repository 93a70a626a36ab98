package chatlabs.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Without walls, graded by an ordinary user: the last column of SECURITY.md's table. */
class RedTeamOrdinaryUserTest extends RedTeamTest {
  RedTeamOrdinaryUserTest() {
    super(Sandbox.BASIC_OF_AN_ORDINARY_USER);
  }

  @Override
  List<Attack> team() throws Exception {
    assumeTrue(Walls.isLinux(), "the red team's shell and /proc are Linux'");
    sandbox.grader().require();
    return Walls.thoseWhoGetOut();
  }
}
