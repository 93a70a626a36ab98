package chatlabs.stopandwait.checks;

import chatlabs.grader.check.Trial;
import chatlabs.grader.launch.Failure;
import chatlabs.grader.wire.Outcome;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.time.Duration;

/** UDP ports: free ones, and whether one is free again. */
public final class Port {
  private static final int TRIES = 5;

  private Port() {}

  /** A port that nobody had a moment ago. */
  public static int free() {
    try (var socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new IllegalStateException("no free port", trouble);
    }
  }

  /** The student's receiver on a port that the check has chosen; another one when it was taken. */
  public static ReceiverRole receiverOnAny(Trial trial) {
    for (int tries = 1; ; tries++) {
      try {
        return trial.make(ReceiverRole.class, free());
      } catch (Failure.Threw taken) {
        if (tries == TRIES || !taken.thrown().isA("java.net.BindException")) {
          throw taken;
        }
      }
    }
  }

  /** Demands that this port can be bound again; somebody else may have it for a moment. */
  public static void isFree(Trial trial, int port) {
    if (!trial.eventually(Duration.ofSeconds(2), () -> canBeBound(port))) {
      throw trial.mismatch(
          Outcome.LEFT_BEHIND, "port " + port + " to be free again", "somebody still has it");
    }
  }

  private static boolean canBeBound(int port) {
    try (var socket = new DatagramSocket(port)) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException trouble) {
      throw new IllegalStateException("cannot try port " + port, trouble);
    }
  }
}
