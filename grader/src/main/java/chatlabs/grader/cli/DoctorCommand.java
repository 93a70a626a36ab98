package chatlabs.grader.cli;

import chatlabs.grader.doctor.Doctor;
import chatlabs.grader.doctor.Finding;
import chatlabs.grader.launch.Bubblewrap;
import chatlabs.grader.launch.Tier;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine lacks. */
@Command(
    name = "doctor",
    description = "Says what this machine lacks for the kit, why it matters, and how to mend it.",
    footer = {"", "Exit status: 0 all that is needed is there, 1 something needed is missing."},
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final String INDENT = " ".repeat(9);

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var findings = new Doctor().examine(Kit.home(), Bubblewrap.refusal());
    findings.forEach(finding -> print(finding, out));
    out.println();
    out.println("--sandbox auto takes " + Tier.best().description());
    out.flush();
    return findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING)
        ? Exit.SOMETHING_WRONG
        : Exit.OK;
  }

  private static void print(Finding finding, PrintWriter out) {
    out.printf("%-8s %-16s %s%n", finding.state().label(), finding.what(), finding.found());
    if (finding.state() != Finding.State.OK) {
      out.println(INDENT + "why:   " + finding.why());
      if (!finding.remedy().isEmpty()) {
        out.println(INDENT + "mend:  " + finding.remedy());
      }
    }
  }
}
