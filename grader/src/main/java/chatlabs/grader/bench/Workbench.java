package chatlabs.grader.bench;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.TrustedProcess;
import chatlabs.grader.submission.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a lab's benchmark works with: the compiled solutions, a JDK, a place for files, and
 * processes of which none is left when it ends. Safe for use from any thread.
 */
public final class Workbench implements AutoCloseable {
  private final Lab lab;
  private final Optional<Path> out;
  private final Consumer<String> says;
  private final Workspace workspace = new Workspace();
  private final List<TrustedProcess> processes =
      new ArrayList<>(); // guarded by this, as what follows
  private int compiled;
  private boolean closed;

  /**
   * A place to measure this lab.
   *
   * @param out where the user wants files; nothing when the console is enough
   * @param says is told each line for the user
   */
  public Workbench(Lab lab, Optional<Path> out, Consumer<String> says) throws IOException {
    this.lab = lab;
    this.out = out;
    this.says = says;
  }

  /** The lab. */
  public Lab lab() {
    return lab;
  }

  /** The reference, compiled: a folder of classes. Blocks. */
  public Path reference() throws IOException, InterruptedException {
    return compile(Variants.reference(lab));
  }

  /** One of the unusual solutions, compiled: a folder of classes. Blocks. */
  public Path unusual(String name) throws IOException, InterruptedException {
    for (var variant : Variants.unusual(lab)) {
      if (variant.name().equals(name)) {
        return compile(variant);
      }
    }
    throw new IOException("there is no " + lab.unusual().resolve(name));
  }

  /** The folder of the benchmark's own classes and resources, for the class path of a child JVM. */
  public Path classes() {
    return lab.hiddenChecks();
  }

  /** The {@code java} command of the JVM that this runs in. */
  public Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A folder for anything; it is removed when the benchmark ends. */
  public Path work() {
    return workspace.folder();
  }

  /** Where the user wants files ({@code --out}); the folder may not exist yet. */
  public Optional<Path> out() {
    return out;
  }

  /** Says a line to the user. */
  public void say(String line) {
    says.accept(line);
  }

  /**
   * Starts a process in the work folder. It is killed when the benchmark ends, however it ends;
   * one that is not needed any more is the caller's to close before.
   */
  public synchronized TrustedProcess start(List<String> command) throws IOException {
    if (closed) {
      throw new IOException("the benchmark has ended");
    }
    var process = TrustedProcess.start(command, work());
    processes.add(process);
    return process;
  }

  private Path compile(Variant variant) throws IOException, InterruptedException {
    Path classes = work().resolve("classes-" + nextNumber());
    try (var compiler = new Compiler()) {
      var sources = Intake.ofSources(variant.name(), lab, variant.sources());
      return switch (compiler.compile(sources, classes)) {
        case Build.Compiled done -> done.classes();
        case Build.Refused refused ->
            throw new IOException(variant.name() + " does not compile:\n" + refused.text());
      };
    }
  }

  private synchronized int nextNumber() {
    return ++compiled;
  }

  /** Kills what still runs, and removes the work folder; the second time nothing happens. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      processes.forEach(TrustedProcess::close);
      workspace.close();
    }
  }
}
