package chatlabs.grader.bench;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.HostRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long all the checks of a lab take against its reference, from the start of the hand-in's JVM
 * to the last verdict; labs in turns, so that a noisy machine is noisy for all. Compiling is no part
 * of it.
 */
public final class SuiteBench {
  private final Path work;
  private final Consumer<String> out;

  /**
   * A benchmark of suites.
   *
   * @param work an empty folder for classes; the caller's to delete
   * @param out is told each line of the result
   */
  public SuiteBench(Path work, Consumer<String> out) {
    this.work = work;
    this.out = out;
  }

  /**
   * Measures each lab once in a grader that has not run its checks yet, and then so many rounds.
   * Blocks for seconds for each lab and round.
   *
   * @throws IOException when a reference does not pass
   */
  public void run(List<Lab> labs, HostRuntime runtime, int rounds)
      throws IOException, InterruptedException {
    var suites = new ArrayList<Suite>();
    for (var lab : labs) {
      suites.add(new Suite(Reference.compiled(lab, work.resolve(lab.id())), new ArrayList<>()));
    }
    for (int round = 0; round <= rounds; round++) {
      for (var suite : suites) {
        suite.millis.add(suite.reference.judge(runtime, round, events -> {}));
      }
    }
    out.accept("the whole suite against the reference; wall time");
    suites.forEach(suite -> out.accept(suite.toString()));
  }

  private record Suite(Reference reference, List<Double> millis) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-26s %s   the first time %.1f ms",
          reference.lab().id(),
          new Sample(millis.subList(1, millis.size())),
          millis.getFirst());
    }
  }
}
