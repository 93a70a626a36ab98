package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.launch.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kit that this command line belongs to: where its labs are, and where it keeps things. */
final class Kit {
  /** The system property with the kit's folder; the launcher sets it. */
  static final String HOME = "chatlabs.home";

  private Kit() {}

  /** The kit's folder. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath();
  }

  /** The lab that the user means. */
  static Lab lab(String which) {
    return Labs.find(home(), which);
  }

  /** All labs, by number. */
  static List<Lab> labs() {
    return Labs.all(home());
  }

  /** The checks of a lab, or those of them that the user asks for. */
  static CheckSuite suite(Lab lab, List<String> only) {
    try {
      return CheckSuite.of(lab).only(only);
    } catch (IllegalArgumentException unknown) {
      throw new WrongUse(String.valueOf(unknown.getMessage()));
    }
  }

  /** With the kit where that can be written, and hand-ins' users can read; else in the temp folder. */
  private static Path runtimeFolder() {
    return Files.isWritable(home())
        ? home().resolve("target").resolve("host")
        : Path.of(System.getProperty("java.io.tmpdir"), "chatlabs-host");
  }

  /** What the JVMs of hand-ins start from; made once and kept with the kit, or in a temporary place. */
  static HostRuntime runtime(Tier tier) throws IOException {
    return HostRuntime.prepare(runtimeFolder(), tier);
  }
}
