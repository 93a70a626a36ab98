package chatlabs.grader.cli;

import chatlabs.grader.bench.GradingBench;
import chatlabs.grader.bench.LabBenches;
import chatlabs.grader.bench.SuiteBench;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.Tier;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the kit, or a lab's programs. */
@Command(
    name = BenchCommand.NAME,
    description = {
      "Measures the kit, or a lab's programs; the figures in the docs come from here.",
      "Without more it lists what can be measured; 'chatlab bench LAB --help' tells a lab's options."
    },
    customSynopsis = {"chatlab bench [-hV]", "chatlab bench (grading | suite | LAB) [OPTION...]"},
    mixinStandardHelpOptions = true,
    subcommands = {BenchCommand.Grading.class, BenchCommand.Suite.class})
final class BenchCommand implements Callable<Integer> {
  static final String NAME = "bench";

  @Parameters(index = "0", arity = "0..1", paramLabel = "LAB", description = "A lab: 3, 03, …")
  private String labName = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "OPTION",
      description = "What the lab's own benchmark understands.")
  private List<String> options = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (labName.isEmpty()) {
      list();
      return Exit.OK;
    }
    Lab lab = Kit.lab(labName);
    if (lab.bench().isEmpty()) {
      throw new WrongUse("lab " + lab.id() + " has no benchmark; there are " + names());
    }
    demandSolution(lab);
    return new LabBenchRun(lab, LabBenches.load(lab), spec.commandLine()).run(options);
  }

  private static void demandSolution(Lab lab) {
    if (!Files.isDirectory(lab.solutionSources())) {
      throw new WrongUse("this kit has no solutions/" + lab.id() + ": there is nothing to measure");
    }
  }

  private void list() {
    var out = spec.commandLine().getOut();
    out.printf("%-26s %s%n", "grading", "what grading costs for each hand-in");
    out.printf("%-26s %s%n", "suite", "how long all the checks of a lab take");
    measured().forEach(lab -> out.printf("%-26s %s%n", lab.id(), lab.title()));
    out.flush();
  }

  private static List<Lab> measured() {
    return Kit.labs().stream().filter(lab -> lab.bench().isPresent()).toList();
  }

  private static String names() {
    return Stream.concat(Stream.of("grading", "suite"), measured().stream().map(Lab::id))
        .collect(Collectors.joining(", "));
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
        new GradingBench(lab, Kit.home(), work.folder(), handIns, jobs, line -> say(spec, line))
            .run(Kit.runtime(Tier.BASIC), rounds);
      }
      return Exit.OK;
    }
  }

  /** Measures how long the checks take. */
  @Command(
      name = "suite",
      description = {
        "Runs all checks of labs against their references, the labs in turns.",
        "The machine should have nothing else to do."
      },
      mixinStandardHelpOptions = true)
  static final class Suite implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "LAB", description = "Labs; by default all of them.")
    private List<String> labNames = List.of();

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds; 5 by default.")
    private int rounds = 5;

    @Mixin private SandboxOption sandbox = new SandboxOption();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      if (rounds < 1) {
        throw new WrongUse("--rounds " + rounds + ": a number from 1 on");
      }
      var labs = labNames.isEmpty() ? Kit.labs() : labNames.stream().map(Kit::lab).toList();
      labs.forEach(BenchCommand::demandSolution);
      var tier = sandbox.tier();
      try (var work = new Workspace()) {
        new SuiteBench(work.folder(), line -> say(spec, line)).run(labs, Kit.runtime(tier), rounds);
      }
      say(spec, "Sandbox " + tier.description());
      return Exit.OK;
    }
  }

  private static void say(CommandSpec spec, String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
