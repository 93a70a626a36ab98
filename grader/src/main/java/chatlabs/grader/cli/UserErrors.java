package chatlabs.grader.cli;

import chatlabs.grader.lab.BrokenLab;
import chatlabs.grader.lab.NoSuchLab;
import chatlabs.grader.soak.BadLedger;
import chatlabs.grader.submission.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a user's mistake into a message, and anything else into a report worth sending. */
final class UserErrors implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (thrown) {
      case NoSuchLab wrong -> wrongUse(wrong, command);
      case BrokenLab wrong -> wrongUse(wrong, command);
      case BadInput wrong -> wrongUse(wrong, command);
      case BadLedger wrong -> wrongUse(wrong, command);
      case WrongUse wrong -> wrongUse(wrong, command);
      case IOException trouble -> {
        say(command, "chatlab: " + told(trouble));
        yield Exit.SOMETHING_WRONG;
      }
      case UncheckedIOException trouble -> {
        say(command, "chatlab: " + told(trouble));
        yield Exit.SOMETHING_WRONG;
      }
      default -> {
        say(command, "chatlab: this is a bug of the kit; please report it with what follows.");
        throw thrown;
      }
    };
  }

  private static int wrongUse(Exception wrong, CommandLine command) {
    say(command, "chatlab: " + wrong.getMessage());
    return Exit.WRONG_USE;
  }

  private static String told(Exception trouble) {
    String message = trouble.getMessage();
    return message == null ? trouble.toString() : message;
  }

  private static void say(CommandLine command, String message) {
    command.getErr().println(message);
    command.getErr().flush();
  }
}
