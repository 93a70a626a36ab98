package chatlabs.grader.bench;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.judge.Crew;
import chatlabs.grader.launch.LiveServer;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.transcript.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that a grading can cost: compile the hand-in in a warm javac, start one JVM until it
 * accepts, and say on bare sockets what the checks say.
 */
final class Floor {
  private final List<List<Event>> exchanges;
  private final String serverClass;
  private final Path work;

  private Floor(List<List<Event>> exchanges, String serverClass, Path work) {
    this.exchanges = List.copyOf(exchanges);
    this.serverClass = serverClass;
    this.work = work;
  }

  /**
   * A floor of those exchanges that one server, started once, can answer. What a check does to the
   * server itself is left out, which makes the floor lower.
   */
  static Floor of(
      List<List<Event>> recorded, String serverClass, Path work, Submission.Found handIn)
      throws IOException, InterruptedException {
    var playable = new ArrayList<List<Event>>();
    try (var compiler = new Compiler()) {
      for (var events : recorded) {
        try {
          new Floor(List.of(events), serverClass, work).grade(handIn, compiler);
          playable.add(events);
        } catch (SocketException | SocketTimeoutException needsAnotherServer) {
          // left out, as said above
        }
      }
    }
    return new Floor(playable, serverClass, work);
  }

  /** How many exchanges are in it. */
  int size() {
    return exchanges.size();
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
