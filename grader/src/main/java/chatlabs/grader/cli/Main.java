package chatlabs.grader.cli;

import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the kit. */
@Command(
    name = "chatlab",
    description = "Labs on network sockets: tests, grades and shows them.",
    version = "chatlab 0.1.0",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LabsCommand.class,
      CheckCommand.class,
      GradeCommand.class,
      ReplayCommand.class,
      ServeCommand.class,
      ChannelCommand.class,
      SelfcheckCommand.class,
      SoakCommand.class,
      StarterCommand.class,
      VariantsCommand.class,
      BenchCommand.class,
      DoctorCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit status.
   *
   * @param args what the user typed after {@code chatlab}
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, with clear errors for the user's mistakes. */
  static CommandLine commandLine() {
    var line =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new UserErrors());
    // what follows a lab there is for the lab's own benchmark to understand
    Objects.requireNonNull(line.getSubcommands().get(BenchCommand.NAME))
        .getCommandSpec()
        .parser()
        .stopAtPositional(true);
    return line;
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
