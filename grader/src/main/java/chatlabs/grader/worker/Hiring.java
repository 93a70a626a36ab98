package chatlabs.grader.worker;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hires those who grade: in this JVM, or in the strict tier each in one of its own. */
public final class Hiring {
  private final Path kit;
  private final Lab lab;
  private final CheckSuite suite;
  private final HostRuntime runtime;
  private final List<String> command;
  private final Path work;
  private final WorkerJvms jvms;
  private final AtomicInteger workers = new AtomicInteger();

  /**
   * For a lab's hand-ins in Java.
   *
   * @param kit the kit's folder
   * @param work a folder for class files; the caller's to delete
   */
  public Hiring(Path kit, Lab lab, CheckSuite suite, HostRuntime runtime, Path work) {
    this(kit, lab, suite, runtime, List.of(), work);
  }

  /**
   * For a lab's hand-ins in any language.
   *
   * @param command the words of the command that they are run with
   */
  public Hiring(
      Path kit, Lab lab, CheckSuite suite, HostRuntime runtime, List<String> command, Path work) {
    this.kit = kit;
    this.lab = lab;
    this.suite = suite;
    this.runtime = runtime;
    this.command = List.copyOf(command);
    this.work = work;
    this.jvms = runtime.tier() == Tier.STRICT ? WorkerJvms.of(kit, work) : WorkerJvms.plain(work);
  }

  /** One more worker. Safe for use by several threads. */
  public Crew.Worker<Task, SubmissionVerdict> hire() {
    Path folder = work.resolve("worker-" + workers.incrementAndGet());
    return runtime.tier() == Tier.STRICT
        ? new RemoteWorker(assignment(folder), suite.points(), jvms)
        : new LocalWorker(lab, suite, runtime, command, folder);
  }

  private Assignment assignment(Path folder) {
    return new Assignment(
        kit.toString(),
        lab.id(),
        suite.checks().stream().map(CheckInfo::id).toList(),
        command,
        runtime.tier(),
        runtime.folder().toString(),
        folder.toString());
  }
}
