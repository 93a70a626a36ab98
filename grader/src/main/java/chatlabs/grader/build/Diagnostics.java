package chatlabs.grader.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects what the compiler says; filled on the compiler's thread, read when it has ended. */
final class Diagnostics implements DiagnosticListener<JavaFileObject> {
  /** How many errors and warnings are shown. */
  static final int SHOWN = 20;

  private static final Pattern JDK_PACKAGE = Pattern.compile("\\bjava(\\.[a-z]+)+\\.(?=[A-Z])");
  private static final int LONGEST_MESSAGE = 2_000;

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int errors;

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    switch (diagnostic.getKind()) {
      case ERROR -> {
        errors++;
        if (problems.size() < SHOWN) {
          problems.add(problem(diagnostic));
        }
      }
      case WARNING, MANDATORY_WARNING -> {
        if (warnings.size() < SHOWN) {
          warnings.add(problem(diagnostic).text().replaceFirst("error: ", "warning: "));
        }
      }
      case NOTE, OTHER -> {
        // "Some input files use unchecked operations": of no use to anybody here.
      }
    }
  }

  List<String> warnings() {
    return warnings;
  }

  /** The refusal; {@code otherwise} is the problem when the compiler named none. */
  Build.Refused refused(String otherwise) {
    if (problems.isEmpty()) {
      problems.add(Problem.general(otherwise));
    }
    var text = problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    int more = errors - problems.size();
    return new Build.Refused(problems, more > 0 ? text + "\n" + theFirstOf(errors) : text);
  }

  private static String theFirstOf(int errors) {
    var all = errors >= Compiler.MAX_ERRORS ? errors + " or more" : String.valueOf(errors);
    return "These are the first %d of %s errors.".formatted(SHOWN, all);
  }

  private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    // On the command line javac says String; to a listener it says java.lang.String.
    var message = JDK_PACKAGE.matcher(diagnostic.getMessage(Locale.ROOT)).replaceAll("");
    if (message.length() > LONGEST_MESSAGE) {
      message = message.substring(0, LONGEST_MESSAGE) + "… (the message is cut here)";
    }
    if (!(diagnostic.getSource() instanceof SourceObject source)
        || diagnostic.getLineNumber() == Diagnostic.NOPOS) {
      return Problem.general(message);
    }
    int line = (int) diagnostic.getLineNumber();
    // The compiler's own column counts a tab as eight: count from the line's begin instead.
    int column = source.columnOf((int) diagnostic.getPosition());
    return new Problem(
        source.file().path(), line, column, message, source.lineAt((int) diagnostic.getPosition()));
  }
}
