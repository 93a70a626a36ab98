package chatlabs.endtoend;

import java.io.IOException;

/** The language of the samples that are not Java. */
final class Python {
  private Python() {}

  /** Whether this machine has it. */
  static boolean isHere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
