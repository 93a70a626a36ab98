package chatlabs.echo.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Ports;

/** Servers on a port that the check has chosen, and not the system. */
final class Port {
  private static final int TRIES = 5;

  private Port() {}

  /** The student's server on a free port; takes another one when somebody was quicker. */
  static Server serverOnAnyOf(Trial trial) {
    for (int tries = 1; ; tries++) {
      try {
        return trial.make(Server.class, Ports.free());
      } catch (Failure.Threw taken) {
        if (tries == TRIES || !taken.thrown().isA("java.net.BindException")) {
          throw taken;
        }
      }
    }
  }
}
