package chatlabs.grader.worker;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.judge.Grader;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.ChildJvm;
import chatlabs.grader.launch.Command;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.submission.ProgramFolder;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.wire.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grades in this JVM. For one thread at a time. */
final class LocalWorker implements Crew.Worker<Task, SubmissionVerdict> {
  private final Lab lab;
  private final CheckSuite suite;
  private final HostRuntime runtime;
  private final List<String> command;
  private final Path work;
  private final Grader grader;
  private @Nullable Seat seat;
  private int copies;

  /**
   * A worker of its own.
   *
   * @param command what hand-ins are run with; empty for those in Java
   * @param work a folder for class files; the caller's to delete
   */
  LocalWorker(Lab lab, CheckSuite suite, HostRuntime runtime, List<String> command, Path work) {
    this.lab = lab;
    this.suite = suite;
    this.runtime = runtime;
    this.command = List.copyOf(command);
    this.work = work;
    this.grader = new Grader(this::launch, work);
  }

  @Override
  public SubmissionVerdict work(Task task) throws InterruptedException {
    return grader.grade(task.handIn(), judge(task));
  }

  /** A judge, and what it judges by. */
  private record Seat(Judge judge, long seed, List<String> checks) {}

  /** The one of the last task, where that was like this one: it costs some milliseconds. */
  private Judge judge(Task task) {
    var last = seat;
    if (last == null || last.seed() != task.seed() || !last.checks().equals(task.checks())) {
      var judge = new Judge(suite.only(task.checks()), task.seed(), Patience.USUAL);
      last = new Seat(judge, task.seed(), task.checks());
      seat = last;
    }
    return last.judge();
  }

  private Subject launch(Path folder) throws IOException {
    if (command.isEmpty()) {
      return new ChildJvm(runtime, folder);
    }
    String server = lab.server().className();
    if (runtime.tier() != Tier.STRICT) {
      return new Command(command, folder, server, runtime.ofCommands());
    }
    Path copy = work.resolve("program-" + ++copies); // its user's own, which the original is not
    ProgramFolder.copy(folder, copy);
    return new Command(command, copy, server, runtime.ofCommands());
  }

  @Override
  public void close() {
    grader.close();
  }
}
