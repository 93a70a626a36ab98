package chatlabs.grader.handout;

import chatlabs.grader.lab.Lab;
import chatlabs.grader.launch.Command;
import chatlabs.grader.launch.Holding;
import chatlabs.grader.transcript.Transcript;
import chatlabs.grader.transcript.Visible;
import chatlabs.grader.wire.Alarm;
import chatlabs.grader.wire.Bell;
import chatlabs.grader.wire.Mismatch;
import chatlabs.grader.wire.Patience;
import chatlabs.grader.wire.Peer;
import chatlabs.grader.wire.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plays sessions against a lab's compiled server, which runs as a process of its own. */
public final class Rehearsal {
  private static final long START_SECONDS = 60;

  private final Lab lab;
  private final Path classes;
  private final Path folder;
  private final Patience patience;

  /**
   * A rehearsal with these classes.
   *
   * @param folder where the server's process runs; it may write there
   */
  public Rehearsal(Lab lab, Path classes, Path folder, Patience patience) {
    this.lab = lab;
    this.classes = classes;
    this.folder = folder;
    this.patience = patience;
  }

  /**
   * Plays a session with a new server, and returns the first step that went otherwise. Blocks.
   *
   * @throws IllegalStateException when the server does not start
   */
  public Optional<Problem> play(Session session) throws InterruptedException {
    var className = lab.server().className();
    try (var server = new Command(command(session), folder, className, Holding.basic())) {
      var started = server.make(className, List.of(0)).get(START_SECONDS, TimeUnit.SECONDS);
      var port = (Long) server.call(started, "port", List.of()).join();
      return play(session, port.intValue());
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the server of " + lab.id() + " does not start", e);
    }
  }

  private List<String> command(Session session) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<String>();
    command.addAll(List.of(java, "-cp", classes.toAbsolutePath().toString()));
    command.addAll(List.of(lab.server().className(), "{port}"));
    command.addAll(session.arguments());
    return command;
  }

  Optional<Problem> play(Session session, int port) {
    var transcript = new Transcript();
    try (var wire = new Wire(transcript, patience, new Bell(Alarm.NONE))) {
      var clients = new HashMap<String, Peer>();
      for (var step : session.steps()) {
        try {
          perform(step, client(step.who(), clients, wire, port));
        } catch (Mismatch mismatch) {
          var what = "expected %s but got %s".formatted(mismatch.expected(), mismatch.actual());
          return Optional.of(new Problem(session.page(), step.line(), what));
        }
      }
    }
    return Optional.empty();
  }

  private static Peer client(String name, Map<String, Peer> clients, Wire wire, int port) {
    return clients.computeIfAbsent(name, each -> wire.connect(each, "server", port));
  }

  private static void perform(Step step, Peer client) {
    switch (step) {
      case Step.Connects connects -> {} // done already
      case Step.Sends sends -> client.sends(sends.text());
      case Step.EndsOutput ends -> client.finishes();
      case Step.Resets resets -> client.resets();
      case Step.Receives receives -> receive(receives.text(), client);
      case Step.SeesTheEnd end -> client.receivesEnd();
    }
  }

  /** A line as the page says; where the page shows a time, another one will do. */
  private static void receive(String expected, Peer client) {
    client.receives(
        '"' + Visible.text(expected) + '"', line -> Times.sameOtherwise(expected, line));
  }
}
