package chatlabs.grader.judge;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.Trial;

/** Checks that ask something of their program; {@link JudgeTest} has them judged. */
class UsingChecks {
  @Check(requirement = "J-4", points = 1, hint = "", todo = 2)
  void uses_the_program(Trial trial) {
    trial.file("used.txt");
  }

  @Check(requirement = "J-4", points = 1, hint = "", todo = 2)
  void uses_the_program_again(Trial trial) {
    trial.file("used.txt");
  }
}
