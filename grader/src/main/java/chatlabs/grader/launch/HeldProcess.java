package chatlabs.grader.launch;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A process of a hand-in. It is killed with all that it has started: when it is closed, when it
 * holds too much memory, when the hand-in has no processor time left, and when the grader ends.
 */
final class HeldProcess implements AutoCloseable {
  private final Process process;
  private final String mark;
  private final MemoryGroup memory;
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();

  private HeldProcess(Process process, String mark, MemoryGroup memory) {
    this.process = process;
    this.mark = mark;
    this.memory = memory;
  }

  /**
   * Starts it.
   *
   * @param errorsInOutput whether its standard error is part of its standard output
   * @param allowance processor time of the hand-in's, where it is watched
   */
  static HeldProcess start(Holding.Held held, boolean errorsInOutput, CpuAllowance allowance)
      throws IOException {
    var memory = held.watched() ? MemoryGroup.open() : MemoryGroup.none();
    var builder = new ProcessBuilder(memory.around(held.command()));
    builder.directory(held.folder().toAbsolutePath().toFile()).redirectErrorStream(errorsInOutput);
    try {
      String mark = UUID.randomUUID().toString();
      var process = ProcessTree.start(builder, mark, held.user(), held.environment());
      var started = new HeldProcess(process, mark, memory);
      if (held.watched()) {
        started.watch(allowance);
      }
      return started;
    } catch (IOException refused) {
      memory.close();
      throw refused;
    }
  }

  private void watch(CpuAllowance allowance) {
    CpuWatch.watch(process, allowance, () -> stop("it had used up its " + allowance));
    if (!memory.isKept()) {
      MemoryWatch.watch(process, () -> stop(MemoryWatch.TOO_MUCH));
    }
  }

  /** The process itself. */
  Process process() {
    return process;
  }

  /** Why it was killed, where that was for what it had used; empty where it was not. */
  Optional<String> whyStopped() {
    var why = memory.wasExceeded() ? MemoryWatch.TOO_MUCH : stopped.get();
    return Optional.ofNullable(why).map(each -> "the program was stopped: " + each);
  }

  @Override
  public void close() {
    CpuWatch.forget(process);
    MemoryWatch.forget(process);
    ProcessTree.kill(process, mark);
    memory.close();
  }

  private void stop(String why) {
    stopped.compareAndSet(null, why);
    ProcessTree.killWithDescendants(process);
  }
}
