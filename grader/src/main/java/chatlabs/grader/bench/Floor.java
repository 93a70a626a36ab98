package chatlabs.grader.bench;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.launch.LiveServer;
import chatlabs.grader.submission.Submission;
import chatlabs.grader.transcript.Event;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The least that a grading can cost, measured one hand-in after another: compile it in a warm
 * javac, start one JVM until it accepts, and say on bare sockets what the checks say, their declared
 * quiet periods included.
 */
final class Floor implements AutoCloseable {
  private final String serverClass;
  private final Path work;
  private final Compiler compiler = new Compiler();
  private final List<Double> compiling = new ArrayList<>();
  private final List<Double> starting = new ArrayList<>();
  private final List<Double> talking = new ArrayList<>();

  Floor(String serverClass, Path work) {
    this.serverClass = serverClass;
    this.work = work;
  }

  /**
   * Those exchanges that one server, started once, can answer. What a check does to the server
   * itself is left out, which makes the floor lower.
   */
  List<List<Event>> playable(List<List<Event>> recorded, Submission.Found handIn)
      throws IOException, InterruptedException {
    var playable = new ArrayList<List<Event>>();
    Path classes = compile(handIn);
    for (var events : recorded) {
      try (var server = LiveServer.start(classes, serverClass)) {
        Exchange.replay(events, server.port());
        playable.add(events);
      } catch (SocketException | SocketTimeoutException needsAnotherServer) {
        // left out, as said above
      }
    }
    return playable;
  }

  /** Does it for one hand-in, and keeps the times. */
  void measure(Submission.Found handIn, List<List<Event>> exchanges)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path classes = compile(handIn);
    long compiled = System.nanoTime();
    try (var server = LiveServer.start(classes, serverClass)) {
      long started = System.nanoTime();
      for (var events : exchanges) {
        Exchange.replay(events, server.port());
      }
      keep(start, compiled, started, System.nanoTime());
    }
  }

  /** Forgets the times so far: they were for warming up. */
  void forget() {
    compiling.clear();
    starting.clear();
    talking.clear();
  }

  /** The sum of the medians of the three parts, in milliseconds. */
  double millis() {
    return new Sample(compiling).median()
        + new Sample(starting).median()
        + new Sample(talking).median();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%8.1f ms   = javac %.1f + JVM until it accepts %.1f + sockets %.1f (%d times each)",
        millis(),
        new Sample(compiling).median(),
        new Sample(starting).median(),
        new Sample(talking).median(),
        talking.size());
  }

  private void keep(long start, long compiled, long started, long end) {
    compiling.add((compiled - start) / 1e6);
    starting.add((started - compiled) / 1e6);
    talking.add((end - started) / 1e6);
  }

  private Path compile(Submission.Found handIn) throws IOException, InterruptedException {
    if (compiler.compile(handIn, work.resolve(handIn.name())) instanceof Build.Compiled done) {
      return done.classes();
    }
    throw new IOException(handIn.name() + " does not compile");
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }
}
