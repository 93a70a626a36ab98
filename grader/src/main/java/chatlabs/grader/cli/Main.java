package chatlabs.grader.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the kit. */
@Command(
    name = "chatlab",
    description = "Labs on network sockets: tests, grades and shows them.",
    version = "chatlab 0.1.0",
    mixinStandardHelpOptions = true,
    subcommands = {AutoComplete.GenerateCompletion.class, CommandLine.HelpCommand.class})
public final class Main implements Runnable {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit status.
   *
   * @param args what the user typed after {@code chatlab}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
