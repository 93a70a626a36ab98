package chatlabs.grader.cli;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.judge.Grader;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.ChildJvm;
import chatlabs.grader.launch.HostRuntime;
import chatlabs.grader.launch.Tier;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.worker.Assignment;
import chatlabs.grader.worker.RemoteWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Hires those who grade: in this JVM, or in the strict tier each in one of its own. */
final class Hiring {
  private final Lab lab;
  private final CheckSuite suite;
  private final long seed;
  private final Tier tier;
  private final HostRuntime runtime;
  private final Path work;
  private final AtomicInteger workers = new AtomicInteger();

  /** Makes what the JVMs of hand-ins start from, when it is not there yet. Blocks. */
  Hiring(Lab lab, CheckSuite suite, long seed, Tier tier, Path work) throws IOException {
    this.lab = lab;
    this.suite = suite;
    this.seed = seed;
    this.tier = tier;
    this.runtime = Kit.runtime(tier);
    this.work = work;
  }

  /** How hand-ins are held, for reports. */
  String sandbox() {
    return runtime.description();
  }

  /** One more worker. Safe for use by several threads. */
  Crew.Worker<Submission, SubmissionVerdict> hire() {
    Path classes = work.resolve("worker-" + workers.incrementAndGet());
    return tier == Tier.STRICT ? behindWalls(classes) : here(classes);
  }

  private Crew.Worker<Submission, SubmissionVerdict> behindWalls(Path classes) {
    var assignment =
        new Assignment(
            Kit.home().toString(),
            lab.id(),
            suite.checks().stream().map(CheckInfo::id).toList(),
            seed,
            tier,
            runtime.folder().toString(),
            classes.toString());
    return new RemoteWorker(assignment, suite.points());
  }

  private Crew.Worker<Submission, SubmissionVerdict> here(Path classes) {
    var judge = new Judge(suite, seed, Patience.USUAL);
    var grader = new Grader(folder -> new ChildJvm(runtime, folder), classes);
    return new Crew.Worker<>() {
      @Override
      public SubmissionVerdict work(Submission submission) throws InterruptedException {
        return grader.grade(submission, judge);
      }

      @Override
      public void close() {
        grader.close();
      }
    };
  }
}
