package chatlabs.grader.selfcheck;

import chatlabs.grader.launch.SpareJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps all cores busy with processes that do nothing useful, until it is closed. */
public final class Load implements AutoCloseable {
  private final List<Process> processes = new ArrayList<>();

  /** Starts so many busy processes. */
  public Load(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      processes.add(SpareJvm.start(Load.class));
    }
  }

  /** What such a process does: it computes until its parent is gone. */
  public static void main(String[] arguments) {
    var parent = ProcessHandle.current().parent();
    long x = 1;
    while (parent.map(ProcessHandle::isAlive).orElse(false)) {
      for (int i = 0; i < 50_000_000; i++) {
        x = x * 31 + i;
      }
    }
    System.out.println(x);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
