package chatlabs.grader.build;

import java.nio.file.Path;
import java.util.List;

/** What became of compiling one hand-in. */
public sealed interface Build {

  /**
   * It compiles.
   *
   * @param classes the folder that its class files were written to
   * @param warnings the compiler's warnings, one text each; often empty
   */
  record Compiled(Path classes, List<String> warnings) implements Build {
    public Compiled {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The compiler refused it, or the grader refused to compile it.
   *
   * @param problems the first ones, at least one
   * @param text all of {@code problems} as a student is to read them, several lines; says when
   *     there were more
   */
  record Refused(List<Problem> problems, String text) implements Build {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
