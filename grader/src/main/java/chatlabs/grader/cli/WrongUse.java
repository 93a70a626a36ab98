package chatlabs.grader.cli;

import java.io.IOException;

/** The user asked for something that cannot be; the message says what to do instead. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }

  /** The port that {@code --port} names, or that is usual, cannot be had. */
  static WrongUse portTaken(int port, IOException reason) {
    return new WrongUse(
        "port "
            + port
            + " cannot be used ("
            + reason.getMessage()
            + "): end what listens there, or choose another with --port");
  }
}
