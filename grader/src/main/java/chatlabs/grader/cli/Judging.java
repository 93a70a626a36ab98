package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Lab;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is judged by: a lab, its checks or some of them, and the seed of names and texts. */
final class Judging {
  @Parameters(index = "0", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private String labName = "";

  @Option(
      names = "--check",
      paramLabel = "ID",
      description = "Only this check (class#method, or the method alone); may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Where names and texts come from.")
  private @Nullable Long seed;

  Lab lab() {
    return Kit.lab(labName);
  }

  CheckSuite suite(Lab lab) {
    return Kit.suite(lab, only);
  }

  /** The seed that the user gave, if any. */
  @Nullable Long seed() {
    return seed;
  }
}
