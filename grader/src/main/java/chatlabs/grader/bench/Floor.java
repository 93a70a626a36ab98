package chatlabs.grader.bench;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.launch.LiveServer;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.transcript.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The least that a grading can cost: compile the hand-in in a warm javac, start one JVM until it
 * accepts, and say on bare sockets what the checks say.
 */
final class Floor {
  private final List<List<Event>> exchanges;
  private final String serverClass;
  private final Path work;

  Floor(List<List<Event>> exchanges, String serverClass, Path work) {
    this.exchanges = exchanges;
    this.serverClass = serverClass;
    this.work = work;
  }

  /** Does it for all these hand-ins, so many at a time; gives milliseconds of wall time for each. */
  double millisEach(List<Submission.Found> handIns, int jobs) throws InterruptedException {
    long start = System.nanoTime();
    Crew.run(handIns, jobs, this::hire, name -> {});
    return (System.nanoTime() - start) / 1e6 / handIns.size();
  }

  private Crew.Worker<Submission.Found, String> hire() {
    var compiler = new Compiler();
    return new Crew.Worker<>() {
      @Override
      public String work(Submission.Found handIn) throws InterruptedException {
        try {
          grade(handIn, compiler);
          return handIn.name();
        } catch (IOException trouble) {
          throw new UncheckedIOException(trouble);
        }
      }

      @Override
      public void close() {
        try {
          compiler.close();
        } catch (IOException leftOpen) {
          throw new UncheckedIOException(leftOpen);
        }
      }
    };
  }

  private void grade(Submission.Found handIn, Compiler compiler)
      throws IOException, InterruptedException {
    if (!(compiler.compile(handIn, work.resolve(handIn.name())) instanceof Build.Compiled done)) {
      throw new IOException(handIn.name() + " does not compile");
    }
    try (var server = LiveServer.start(done.classes(), serverClass)) {
      for (var events : exchanges) {
        Exchange.replay(events, server.port());
      }
    }
  }
}
