package chatlabs.grader.cli;

import chatlabs.grader.bench.LabBench;
import chatlabs.grader.bench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A lab's benchmark as the kit's authors write them: it uses all that it is given. */
@Command(description = "Measures a sample.")
public final class SampleBench implements LabBench {
  /** What the last one has left behind, for a test to look for. */
  static Path work = Path.of("");

  static long pid;

  @Option(names = "--times", description = "How often.")
  private int times = 1;

  @Option(names = "--fail")
  private boolean fails;

  @Override
  public void run(Workbench bench) throws IOException, InterruptedException {
    work = Files.writeString(bench.work().resolve("notes"), "text").getParent();
    bench.say("times: " + times + ", out: " + bench.out().map(Path::toString).orElse("none"));
    try (var reference = bench.start(java(bench, bench.reference()))) {
      bench.say("the reference says " + reference.output().readLine());
    }
    try (var unusual = bench.start(java(bench, bench.unusual("loud")))) {
      bench.say("the unusual one says " + unusual.output().readLine());
    }
    pid = bench.start(List.of("sleep", "1000")).pid();
    if (fails) {
      throw new IOException("the sample is bad");
    }
  }

  private static List<String> java(Workbench bench, Path classes) {
    return List.of(bench.java().toString(), "-cp", classes.toString(), "chatlabs.sample.Server");
  }
}
