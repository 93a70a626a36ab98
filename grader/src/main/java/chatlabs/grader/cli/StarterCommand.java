package chatlabs.grader.cli;

import chatlabs.grader.lab.Starter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For authors: makes a lab's starter from its solution. */
@Command(
    name = "starter",
    description = {
      "For authors: makes a lab's starter code again from the marked regions of its solution.",
      "What stands in the lab's src/main is replaced."
    },
    mixinStandardHelpOptions = true)
final class StarterCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private String labName = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var written = Starter.rewrite(Kit.lab(labName));
    written.forEach(file -> out.println("written: " + file));
    out.println(written.isEmpty() ? "The starter is as the solution says." : "");
    out.flush();
    return Exit.OK;
  }
}
