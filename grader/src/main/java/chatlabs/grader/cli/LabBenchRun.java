package chatlabs.grader.cli;

import chatlabs.grader.bench.LabBench;
import chatlabs.grader.bench.Workbench;
import chatlabs.grader.lab.Lab;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Runs a lab's own benchmark, with its own options. */
final class LabBenchRun {
  private static final String OUT = "--out";

  private final Lab lab;
  private final LabBench bench;
  private final CommandLine line;
  private volatile boolean ending; // by Ctrl-C: what fails then is no news

  /**
   * A run that is told of as a part of this command.
   *
   * @param parent the command that the user typed before the lab
   */
  LabBenchRun(Lab lab, LabBench bench, CommandLine parent) {
    this.lab = lab;
    this.bench = bench;
    this.line = new CommandLine(bench);
    var spec = line.getCommandSpec();
    spec.name(parent.getCommandSpec().qualifiedName() + " " + lab.id().replaceAll("-.*", ""));
    spec.addOption(outOption());
    if (spec.findOption("--help") == null) {
      spec.addOption(helpOption());
    }
    line.setOut(parent.getOut());
    line.setErr(parent.getErr());
    line.setExecutionExceptionHandler(new UserErrors());
    line.setExecutionStrategy(this::execute);
  }

  private static OptionSpec outOption() {
    return OptionSpec.builder(OUT)
        .type(Path.class)
        .paramLabel("DIR")
        .description("Write the figures to files in DIR, too.")
        .build();
  }

  private static OptionSpec helpOption() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .description("Show this help message and exit.")
        .build();
  }

  /** Runs it with these options, and returns the exit status. */
  int run(List<String> options) {
    return line.execute(options.toArray(String[]::new));
  }

  private int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    try {
      measure(parsed.matchedOptionValue(OUT, null));
      return Exit.OK;
    } catch (IOException | InterruptedException | WrongUse trouble) {
      if (ending) {
        return Exit.SOMETHING_WRONG;
      }
      throw new ExecutionException(line, String.valueOf(trouble.getMessage()), trouble);
    }
  }

  private void measure(@Nullable Path out) throws IOException, InterruptedException {
    if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
      throw new WrongUse(OUT + " " + out + " is a file; name a folder");
    }
    try (var place = new Workbench(lab, Optional.ofNullable(out), this::say)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endEarly(place), "end-of-bench"));
      bench.run(place);
    }
  }

  /** Nothing is left at Ctrl-C either; at the usual end all is closed already. */
  private void endEarly(Workbench place) {
    ending = true;
    try {
      place.close();
    } catch (IOException left) {
      line.getErr().println("chatlab: not all temporary files could be removed: " + left);
      line.getErr().flush();
    }
  }

  private void say(String text) {
    PrintWriter out = line.getOut();
    out.println(text);
    out.flush();
  }
}
