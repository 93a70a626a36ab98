package chatlabs.grader.cli;

import chatlabs.grader.bench.GradingBench;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.launch.Tier;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the kit. */
@Command(
    name = "bench",
    description = "Measures the kit; the figures in the docs come from here.",
    mixinStandardHelpOptions = true,
    subcommands = BenchCommand.Grading.class)
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Measures what grading costs. */
  @Command(
      name = "grading",
      description = {
        "Grades many correct hand-ins, beside the least that this could cost and beside Maven.",
        "Takes minutes; the machine should have nothing else to do."
      },
      mixinStandardHelpOptions = true)
  static final class Grading implements Callable<Integer> {
    @Option(names = "--lab", paramLabel = "LAB", description = "The lab; by default the first.")
    private String labName = "";

    @Option(names = "--hand-ins", paramLabel = "N", description = "How many; 60 by default.")
    private int handIns = 60;

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds; 5 by default.")
    private int rounds = 5;

    @Option(names = "--jobs", paramLabel = "N", description = "At the same time; 2 by default.")
    private int jobs = 2;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      if (handIns < 1 || rounds < 1 || jobs < 1) {
        throw new WrongUse("--hand-ins, --rounds and --jobs are numbers from 1 on");
      }
      var lab = labName.isEmpty() ? Kit.labs().get(0) : Kit.lab(labName);
      try (var work = new Workspace()) {
        new GradingBench(lab, Kit.home(), work.folder(), handIns, jobs, this::say)
            .run(Kit.runtime(Tier.BASIC), rounds);
      }
      return Exit.OK;
    }

    private void say(String line) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }
}
