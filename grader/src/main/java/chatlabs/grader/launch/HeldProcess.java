package chatlabs.grader.launch;

import java.io.IOException;
import java.util.UUID;

/**
 * A process of a hand-in. It is killed with all that it has started: when it is closed, when it
 * holds too much memory, and when the grader ends.
 */
final class HeldProcess implements AutoCloseable {
  private final Process process;
  private final String mark;
  private final MemoryGroup memory;
  private volatile boolean stopped;

  private HeldProcess(Process process, String mark, MemoryGroup memory) {
    this.process = process;
    this.mark = mark;
    this.memory = memory;
  }

  /**
   * Starts it.
   *
   * @param errorsInOutput whether its standard error is part of its standard output
   */
  static HeldProcess start(Holding.Held held, boolean errorsInOutput) throws IOException {
    var memory = held.watched() ? MemoryGroup.open() : MemoryGroup.none();
    var builder = new ProcessBuilder(memory.around(held.command()));
    builder.directory(held.folder().toAbsolutePath().toFile()).redirectErrorStream(errorsInOutput);
    try {
      String mark = UUID.randomUUID().toString();
      var process = ProcessTree.start(builder, mark, held.user(), held.environment());
      var started = new HeldProcess(process, mark, memory);
      if (held.watched() && !memory.isKept()) {
        MemoryWatch.watch(process, started::stop);
      }
      return started;
    } catch (IOException refused) {
      memory.close();
      throw refused;
    }
  }

  /** The process itself. */
  Process process() {
    return process;
  }

  /** Whether it was killed because it, and what it has started, held too much memory. */
  boolean heldTooMuch() {
    return stopped || memory.wasExceeded();
  }

  @Override
  public void close() {
    MemoryWatch.forget(process);
    ProcessTree.kill(process, mark);
    memory.close();
  }

  private void stop() {
    stopped = true;
    ProcessTree.killWithDescendants(process);
  }
}
