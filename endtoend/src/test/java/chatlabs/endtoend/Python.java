package chatlabs.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The language of the samples that are not Java. */
final class Python {
  private Python() {}

  /**
   * What gives commands in this folder, where a copy of the sample is; ends the test where nothing can
   * run it.
   */
  static Chatlab beside(Path sample, Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(isHere(), "there is no python3 here");
    Files.copy(sample, folder.resolve(sample.getFileName()));
    return new Chatlab(folder);
  }

  /** Whether this machine has it. */
  static boolean isHere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
