package chatlabs.grader.cli;

import chatlabs.grader.channel.Amounts;
import chatlabs.grader.channel.Chance;
import chatlabs.grader.channel.LiveView;
import chatlabs.grader.channel.Rates;
import chatlabs.grader.check.Seeds;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.wire.FrameFormat;
import chatlabs.grader.wire.FrameReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a lossy channel between two programs. */
@Command(
    name = "channel",
    description = {
      "Runs a UDP channel that loses, doubles, damages and delays datagrams, between any two"
          + " programs, and draws what it does.",
      "The receiver listens as always; the sender sends to the channel's port instead of the"
          + " receiver's. While it runs it takes orders, such as: loss 50%%, lose next, cut, help."
    },
    mixinStandardHelpOptions = true)
final class ChannelCommand implements Callable<Integer> {
  @Option(names = "--loss", paramLabel = "RATE", description = "How many are lost: 20%% or 0.2.")
  private String loss = "0";

  @Option(names = "--double", paramLabel = "RATE", description = "How many arrive twice.")
  private String doubling = "0";

  @Option(names = "--damage", paramLabel = "RATE", description = "How many have a bit flipped.")
  private String damage = "0";

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      description = "How long each takes, one way: 30ms.")
  private String delay = "0";

  @Option(
      names = "--jitter",
      paramLabel = "TIME",
      description = "A random part of this is added to each delay, so that some overtake others.")
  private String jitter = "0";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed decides the same; by default a new one, which is told.")
  private @Nullable Long seed;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The channel's port; by default the lab's and one. 0 takes any free one.")
  private @Nullable Integer port;

  @Option(
      names = "--to",
      paramLabel = "[HOST:]PORT",
      description = "Where the receiver listens; by default at the lab's port.")
  private @Nullable String to;

  @Option(
      names = "--lab",
      paramLabel = "LAB",
      description = "The lab whose frames these are; by default the first that has frames.")
  private @Nullable String labName;

  @Option(
      names = "--frame",
      paramLabel = "FORMAT",
      description = {
        "How to read frames, instead of a lab's: fields and their bytes,",
        "'kind:1 number:1 length:2 crc32:4 text:*'. 'none' shows lengths alone."
      })
  private @Nullable String format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var lab = lab();
    var reader = reader(lab);
    var rates =
        new Rates(
            amount("--loss", loss, Amounts::rate),
            amount("--double", doubling, Amounts::rate),
            amount("--damage", damage, Amounts::rate),
            amount("--jitter", jitter, Amounts::time));
    var oneWay = amount("--delay", delay, Amounts::time);
    long dice = seed == null ? Seeds.fresh() : seed;
    var target = target(lab);
    int at = portOf(lab);
    if (at == target.getPort() && target.getAddress().isLoopbackAddress()) {
      throw new WrongUse("--port " + at + ": the receiver's port is another one; see --to");
    }
    var chance = new Chance(dice, rates);
    try (var channel = new LiveChannel(at, target, reader, chance, oneWay, this::say)) {
      greet(channel, target, lab, dice, rates, oneWay);
      channel.followOrders();
      return Exit.OK;
    }
  }

  private void greet(
      LiveChannel channel,
      InetSocketAddress target,
      Optional<Lab> lab,
      long dice,
      Rates rates,
      Duration oneWay) {
    say("CHANNEL " + channel.port());
    say(
        "Send to port %d: it passes what comes to %s:%d, and answers back."
            .formatted(channel.port(), target.getHostString(), target.getPort()));
    say(
        "loss %s, double %s, damage %s, delay %s, jitter %s, seed %d%s"
            .formatted(
                Amounts.shown(rates.loss()),
                Amounts.shown(rates.doubling()),
                Amounts.shown(rates.damage()),
                Amounts.shown(oneWay),
                Amounts.shown(rates.jitter()),
                dice,
                lab.map(l -> "; frames of " + l.id()).orElse("")));
    say("Type help for what can be changed; end, Ctrl-C or the end of input ends it.");
    say(LiveView.heading());
  }

  /** The lab that is asked for, or the first one that has frames. */
  private Optional<Lab> lab() {
    if (labName == null) {
      return format == null
          ? Kit.labs().stream().filter(lab -> lab.frame().isPresent()).findFirst()
          : Optional.empty();
    }
    var lab = Kit.lab(labName);
    if (lab.frame().isEmpty() && format == null) {
      throw new WrongUse(
          "--lab " + labName + ": lab " + lab.id() + " sends no datagrams: it has no frames");
    }
    return Optional.of(lab);
  }

  private FrameReader reader(Optional<Lab> lab) {
    String chosen = format == null ? lab.flatMap(Lab::frame).orElse("none") : format;
    if (chosen.equals("none")) {
      return FrameReader.NONE;
    }
    try {
      return FrameFormat.of(chosen);
    } catch (IllegalArgumentException mistake) {
      String where = format == null ? "the lab's frame" : "--frame";
      throw new WrongUse(where + ": " + mistake.getMessage());
    }
  }

  private int portOf(Optional<Lab> lab) {
    if (port == null) {
      return lab.map(l -> l.port() + 1).orElse(0);
    }
    return Numbers.port(port);
  }

  private InetSocketAddress target(Optional<Lab> lab) {
    if (to != null) {
      var there = SubjectOptions.address("--to", to);
      if (there.getPort() == 0) {
        throw new WrongUse("--to " + to + ": nobody listens at port 0");
      }
      return there;
    }
    int usual =
        lab.map(Lab::port)
            .orElseThrow(() -> new WrongUse("say where the receiver listens: --to HOST:PORT"));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), usual);
  }

  private static <T> T amount(String option, String typed, Function<String, T> read) {
    try {
      return read.apply(typed);
    } catch (IllegalArgumentException mistake) {
      throw new WrongUse(option + ": " + mistake.getMessage());
    }
  }

  private synchronized void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
