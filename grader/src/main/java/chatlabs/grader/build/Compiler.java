package chatlabs.grader.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.submission.SourceFile;
import chatlabs.grader.submission.Submission;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles hand-ins as Java 21, one after another; each worker has a compiler of its own. The first
 * compilation in a JVM takes a second or two, later ones some 50 ms: the view of the JDK's classes
 * stays open between them.
 *
 * <p>The library that sources see is the running JDK's. {@code --release 21} would hide what came
 * after 21, but opens the JDK's history of itself anew each time, which more than doubles the cost,
 * and hand-ins run on this JDK anyway.
 */
public final class Compiler implements AutoCloseable {
  static final int MAX_ERRORS = 1_000;

  private static final Duration TIME = Duration.ofSeconds(30);
  private static final List<String> OPTIONS =
      List.of(
          "--source",
          "21",
          "--target",
          "21",
          "-proc:none",
          "-g",
          "-implicit:none",
          "-Xlint:-options",
          "-Xmaxerrs",
          String.valueOf(MAX_ERRORS),
          "-XDuseUnsharedTable");

  private static final String TOO_DEEP =
      "it is nested so deeply that the compiler ran out of stack";
  private static final String TOO_LARGE = "the compiler ran out of memory on it";

  private final JavaCompiler javac;
  private final Duration time;
  private StandardJavaFileManager files;

  /** Opens a compiler that gives each hand-in 30 seconds of its own work. */
  public Compiler() {
    this(TIME);
  }

  Compiler(Duration time) {
    this.javac = systemCompiler();
    this.time = time;
    this.files = openFiles();
  }

  private static JavaCompiler systemCompiler() {
    @Nullable JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException("this Java has no compiler: run the grader with a JDK");
    }
    return javac;
  }

  private StandardJavaFileManager openFiles() {
    var opened = javac.getStandardFileManager(null, Locale.ROOT, UTF_8);
    try {
      // Empty, not unset: unset, hand-ins would see the grader's own classes.
      opened.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      opened.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    } catch (IOException e) {
      throw new IllegalStateException("javac refuses an empty path", e);
    }
    return opened;
  }

  /**
   * Compiles one hand-in. Blocks until it is done: 30 seconds of the compiler's work at most. It runs
   * on a thread of its own; a compilation that is out of time is left to end there, and counts for
   * nothing.
   *
   * @param classes the folder for the class files; made when it is not there
   * @throws IllegalStateException when the machine was too busy for four minutes to let it work
   */
  public Build compile(Submission.Found handIn, Path classes) throws InterruptedException {
    var reserved = handIn.sources().stream().flatMap(s -> Reserved.in(s).stream()).toList();
    if (!reserved.isEmpty()) {
      var text = String.join("\n", reserved.stream().map(Problem::text).toList());
      return new Build.Refused(reserved, text);
    }
    var output = new ClassOutput(files, classes);
    var diagnostics = new Diagnostics();
    var words = new StringWriter();
    var task = javac.getTask(words, output, diagnostics, OPTIONS, null, objects(handIn.sources()));
    // English: for Locale.ENGLISH itself javac falls back to the language of the machine.
    task.setLocale(Locale.ROOT);
    return switch (Compilation.run(handIn.name(), task, time)) {
      case DONE -> new Build.Compiled(classes, diagnostics.warnings());
      case ERRORS -> diagnostics.refused(reasonIn(words.toString()));
      case OUT_OF_STACK -> refused(TOO_DEEP);
      case OUT_OF_MEMORY -> startAnew(output, TOO_LARGE);
      case BROKEN -> startAnew(output, "the compiler itself broke on it");
      case OUT_OF_TIME ->
          startAnew(
              output, "the compiler was not done after " + time.toSeconds() + " seconds of work");
      case HELD_UP -> {
        startAnew(output);
        throw new IllegalStateException("the machine was too busy for the compiler to work");
      }
    };
  }

  /** What javac prints beside its diagnostics is the trace of what ended it. */
  private static String reasonIn(String words) {
    if (words.contains("StackOverflowError")) {
      return TOO_DEEP;
    }
    return words.contains("OutOfMemoryError")
        ? TOO_LARGE
        : "the compiler refused it and gave no reason";
  }

  private static List<JavaFileObject> objects(List<SourceFile> sources) {
    var objects = new ArrayList<JavaFileObject>();
    for (var source : sources) {
      objects.add(new SourceObject(objects.size(), source));
    }
    return objects;
  }

  /** Leaves the file manager to the compilation that may still use it, and opens another one. */
  private void startAnew(ClassOutput output) {
    output.refuseMore();
    files = openFiles();
  }

  private Build startAnew(ClassOutput output, String reason) {
    startAnew(output);
    return refused(reason);
  }

  private static Build refused(String reason) {
    var problem = Problem.general(reason);
    return new Build.Refused(List.of(problem), problem.text());
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
