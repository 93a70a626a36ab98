package chatlabs.grader.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A process of trusted code, for benchmarks: without limits, in a clean environment. It is gone,
 * with all that it started, when it is closed or when this JVM ends, also by Ctrl-C.
 */
public final class TrustedProcess implements AutoCloseable {
  private final Process process;
  private final String mark;
  private final Output errors = new Output();

  private TrustedProcess(Process process, String mark) {
    this.process = process;
    this.mark = mark;
  }

  /**
   * Starts a command in this folder. What it prints on standard output is the caller's to read, or
   * to {@link #discardOutput discard}.
   *
   * @throws IOException when there is no such command
   */
  public static TrustedProcess start(List<String> command, Path folder) throws IOException {
    String mark = UUID.randomUUID().toString();
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var started = new TrustedProcess(ProcessTree.start(builder, mark), mark);
    started.errors.drain(started.process.getErrorStream(), "errors-" + mark);
    return started;
  }

  /** Its number in the operating system. */
  public long pid() {
    return process.pid();
  }

  /** What it prints, as lines in UTF-8; always the same reader. */
  public BufferedReader output() {
    return process.inputReader(UTF_8);
  }

  /** Reads and forgets what it prints, so that it never waits for a reader. */
  public void discardOutput() {
    new Output().drain(process.getInputStream(), "output-" + mark);
  }

  /** Its standard input, in UTF-8; always the same writer. */
  public Writer input() {
    return process.outputWriter(UTF_8);
  }

  /** What it has printed on standard error. */
  public String errors() {
    return errors.text();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it and all that it started. */
  @Override
  public void close() {
    ProcessTree.kill(process, mark);
  }
}
