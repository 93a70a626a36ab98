package chatlabs.grader.submission;

import java.io.IOException;

/** One hand-in or archive cannot be read or is not safe to read; the message is the reason. */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1;

  Refusal(String reason) {
    super(reason);
  }

  Refusal(String reason, Throwable cause) {
    super(reason, cause);
  }
}
