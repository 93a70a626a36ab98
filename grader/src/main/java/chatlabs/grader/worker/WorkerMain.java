package chatlabs.grader.worker;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.launch.HostRuntime;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** The JVM of a worker: it grades what comes on its standard input until that ends. */
public final class WorkerMain {
  private WorkerMain() {}

  /** Takes no arguments; the {@link Assignment} comes first on the standard input. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var letters = new Letters(System.in, System.out);
    System.setOut(System.err); // what anything prints here is no letter
    work(letters, letters.assignment());
    System.exit(0); // a compilation that was given up may still run
  }

  private static void work(Letters letters, Assignment assignment)
      throws IOException, InterruptedException {
    var lab = Labs.find(Path.of(assignment.kit()), assignment.lab());
    var suite = CheckSuite.of(lab).only(assignment.checks());
    var runtime = HostRuntime.prepare(Path.of(assignment.runtime()), assignment.tier());
    Path work = Path.of(assignment.work());
    try (var worker = new LocalWorker(lab, suite, runtime, assignment.command(), work)) {
      while (true) {
        letters.send(worker.work(letters.task()));
      }
    } catch (EOFException done) {
      return; // the grader has no more work, or is gone
    }
  }
}
