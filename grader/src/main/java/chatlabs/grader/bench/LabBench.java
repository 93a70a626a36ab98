package chatlabs.grader.bench;

import java.io.IOException;

/**
 * A lab's own benchmark. The class stands with the lab's hidden checks, is named by {@code bench=}
 * in {@code lab.properties}, has a public constructor without parameters, and is a picocli
 * {@code @Command}: its description and its options are what {@code chatlab bench LAB --help}
 * shows. {@code --help} and {@code --out DIR} are there without its doing.
 */
public interface LabBench {
  /**
   * Measures, says the figures, and writes them to {@link Workbench#out} if the user wants that.
   * Blocks for as long as that takes.
   *
   * @throws IOException when something went wrong that makes the figures worthless; its message is
   *     for the user
   * @throws InterruptedException when it is to end
   */
  void run(Workbench bench) throws IOException, InterruptedException;
}
