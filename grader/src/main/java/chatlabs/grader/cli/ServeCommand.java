package chatlabs.grader.cli;

import chatlabs.grader.build.Build;
import chatlabs.grader.build.Compiler;
import chatlabs.grader.channel.LiveView;
import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.launch.LiveServer;
import chatlabs.grader.submission.Intake;
import chatlabs.grader.wire.Relay;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a lab's reference server and shows its lines as they pass. */
@Command(
    name = "serve",
    description = {
      "Runs a lab's reference server, and shows every line that passes, until Ctrl-C.",
      "Talk to it with netcat, a client of the lab, or anything that opens a TCP connection.",
      "A lab of datagrams is served over a channel, which takes orders such as: loss 20%%, help."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  @Parameters(index = "0", paramLabel = "LAB", description = "A lab: 1, 01 or 01-echo.")
  private String labName = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; by default the lab's own. 0 takes any free one.")
  private @Nullable Integer port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Lab lab = Kit.lab(labName);
    if (!Files.isDirectory(lab.solutionSources())) {
      throw new WrongUse("this kit has no solutions/" + lab.id() + ": there is nothing to serve");
    }
    int at = Numbers.port(port == null ? lab.port() : port);
    try (var work = new Workspace();
        var server = LiveServer.start(compiled(lab, work.folder()), lab.server().className())) {
      return lab.frame().isPresent()
          ? behindChannel(lab, lab.frame().get(), at, server)
          : behindRelay(lab, at, server);
    }
  }

  private int behindRelay(Lab lab, int at, LiveServer server)
      throws IOException, InterruptedException {
    try (var relay = relay(at, server.port())) {
      say("LISTENING " + relay.port());
      say(lab.title() + ". Try: nc localhost " + relay.port() + "   (Ctrl-C ends it)");
      server.waitForEnd();
      throw ended(server);
    }
  }

  /** Datagrams pass a channel, which does nothing to them until somebody types so. */
  private int behindChannel(Lab lab, String frames, int at, LiveServer server)
      throws IOException, InterruptedException {
    var receiver = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    long seed = Seeds.fresh();
    try (var channel = LiveChannel.harmless(at, receiver, frames, seed, this::say)) {
      say("LISTENING " + channel.port());
      say(lab.title() + ", over a channel that obeys: loss 20%, lose next, help. Ctrl-C ends it.");
      say(LiveView.heading());
      var told = new AtomicBoolean();
      Thread.ofPlatform()
          .daemon() // it reads the keyboard, which nothing can interrupt
          .name("serve-orders")
          .start(() -> follow(channel, told, server));
      server.waitForEnd();
      if (!told.get()) {
        throw ended(server);
      }
      return Exit.OK;
    }
  }

  /** Ends the server when somebody types so; the end of the input ends nothing. */
  private static void follow(LiveChannel channel, AtomicBoolean told, LiveServer server) {
    try {
      if (channel.followOrders()) {
        told.set(true);
        server.close();
      }
    } catch (IOException noKeyboard) {
      // Then nobody can type orders; Ctrl-C still ends it.
    }
  }

  private static IOException ended(LiveServer server) {
    return new IOException("the server has ended:\n" + server.printed());
  }

  private Relay relay(int at, int to) {
    try {
      return new Relay(at, to, this::show);
    } catch (IOException taken) {
      throw WrongUse.portTaken(at, taken);
    }
  }

  private static Path compiled(Lab lab, Path work) throws IOException, InterruptedException {
    var reference = Variants.reference(lab);
    try (var compiler = new Compiler()) {
      var handIn = Intake.ofSources(reference.name(), lab, reference.sources());
      return switch (compiler.compile(handIn, work.resolve("classes"))) {
        case Build.Compiled done -> done.classes();
        case Build.Refused refused ->
            throw new IOException("the reference does not compile:\n" + refused.text());
      };
    }
  }

  private void show(String from, String to, String what) {
    String time = LocalTime.now(java.time.ZoneId.systemDefault()).format(CLOCK);
    say(String.format("%s  %-10s -> %-10s  %s", time, from, to, what));
  }

  private synchronized void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
