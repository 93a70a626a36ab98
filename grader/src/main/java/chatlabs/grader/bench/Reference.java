package chatlabs.grader.bench;

import chatlabs.grader.build.Compiler;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.ChildJvm;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.transcript.Event;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A lab's reference, compiled, and the lab's checks, which it has to pass. */
record Reference(Lab lab, CheckSuite checks, Path classes) {
  /** Compiles it into this folder. Blocks. */
  static Reference compiled(Lab lab, Path classes) throws IOException, InterruptedException {
    try (var compiler = new Compiler()) {
      compiler.compile(Intake.ofSources(lab.id(), lab, Variants.reference(lab).sources()), classes);
    }
    return new Reference(lab, CheckSuite.of(lab), classes);
  }

  /**
   * Runs all checks against it. Blocks.
   *
   * @param recorder is told the events of each check when it is over
   * @return milliseconds from the start of its JVM to the last verdict
   * @throws IOException when it does not pass
   */
  double judge(HostRuntime runtime, long seed, Consumer<List<Event>> recorder)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (var subject = new ChildJvm(runtime, classes)) {
      var verdicts = new Judge(checks, seed, Patience.USUAL).judge(subject, recorder);
      double millis = (System.nanoTime() - start) / 1e6;
      if (verdicts.stream().anyMatch(each -> each.verdict() != Verdict.PASSED)) {
        throw new IOException(
            "the reference does not pass: run 'chatlab selfcheck " + lab.id() + "' first");
      }
      return millis;
    }
  }
}
