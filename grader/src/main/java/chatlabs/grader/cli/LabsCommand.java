package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.verdict.Visibility;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the labs, or the checks of one. */
@Command(
    name = "labs",
    description = "Lists the labs of the kit, or the checks of one.",
    mixinStandardHelpOptions = true)
final class LabsCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private List<String> lab = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (lab.isEmpty()) {
      Kit.labs().forEach(each -> out.printf("%-24s %s%n", each.id(), each.title()));
    } else {
      Kit.suite(Kit.lab(lab.get(0)), List.of()).checks().forEach(check -> out.println(line(check)));
    }
    out.flush();
    return Exit.OK;
  }

  private static String line(CheckInfo check) {
    return String.format(
        "%-8s %3d points  %-7s %s",
        check.requirement(),
        check.points(),
        check.visibility() == Visibility.HIDDEN ? "hidden" : "",
        check.id());
  }
}
