package chatlabs.stopandwait.bench;

import chatlabs.grader.bench.LabBench;
import chatlabs.grader.bench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well stop-and-wait uses a line, beside what the formula says. */
@Command(
    description = {
      "Measures how well the reference uses a line that is slow, far and lossy, beside the formula"
          + " U = T / (T + R), with one timeout more for each frame or acknowledgement that is"
          + " lost.",
      "T is the time that the line needs for one frame of 1,032 bytes, R the round trip. Which"
          + " datagrams are lost is chance; how many of a hundred is not.",
      "With --out it writes utilisation.csv, utilisation.svg and utilisation.png. Takes minutes;"
          + " the machine should have nothing else to do."
    })
public final class EfficiencyBench implements LabBench {
  private static final int FRAME_BITS = 8 * 1_032;
  private static final int WARM_UP_FRAMES = 2_000;

  @Option(
      names = "--loss",
      split = ",",
      paramLabel = "PERCENT",
      description = "Losses in each direction; 0,5,10,20,30 by default.")
  private List<Integer> losses = List.of(0, 5, 10, 20, 30);

  @Option(
      names = "--round-trip",
      split = ",",
      paramLabel = "MS",
      description = "Round trips; 0,2,5,10,20,50 by default.")
  private List<Integer> roundTrips = List.of(0, 2, 5, 10, 20, 50);

  @Option(
      names = "--rate",
      paramLabel = "KBIT",
      description = "What the line carries in a second; 2000 by default.")
  private int rate = 2_000;

  @Option(names = "--frames", paramLabel = "N", description = "Of each transfer; 100 by default.")
  private int frames = 100;

  @Option(
      names = "--megabytes",
      paramLabel = "N",
      description = "The size of the long transfer through 5 %% loss; 10 by default, 0 for none.")
  private int megabytes = 10;

  @Option(
      names = "--classes",
      paramLabel = "DIR",
      description = "Measure these compiled classes, and not the reference.")
  private Optional<Path> classes = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Which datagrams are lost; 1.")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @Override
  public void run(Workbench bench) throws IOException, InterruptedException {
    check();
    Path measured = classes.isPresent() ? classes.get() : bench.reference();
    try (var programs = new Programs(measured)) {
      var random = new Random(seed);
      var warmUp = new Setting(5, Duration.ZERO, Duration.ZERO, WARM_UP_FRAMES);
      new Transmission(programs, warmUp, random).run();
      var all = grid(bench, programs, random);
      write(all, bench);
      if (megabytes > 0) {
        longTransfer(bench, programs, random);
      }
    }
  }

  private void check() {
    boolean good =
        losses.stream().allMatch(loss -> loss >= 0 && loss <= 90)
            && roundTrips.stream().allMatch(millis -> millis >= 0 && millis <= 10_000)
            && rate > 0
            && frames > 0
            && megabytes >= 0
            && megabytes <= 1_000;
    if (!good) {
      throw new ParameterException(
          spec.commandLine(),
          "losses are from 0 to 90 percent, round trips to 10000 ms; --megabytes to 1000");
    }
  }

  private List<Measured> grid(Workbench bench, Programs programs, Random random)
      throws IOException, InterruptedException {
    var all = new ArrayList<Measured>();
    bench.say(
        "  loss    round trip    frames     sent in all    measured U     formula     deviation");
    for (int loss : losses) {
      for (int roundTrip : roundTrips) {
        var setting = new Setting(loss, Duration.ofMillis(roundTrip), frameTime(), frames);
        var measured = new Transmission(programs, setting, random).run();
        all.add(measured);
        bench.say(measured.row());
      }
    }
    return all;
  }

  private Duration frameTime() {
    return Duration.ofNanos(FRAME_BITS * 1_000_000L / rate);
  }

  private void longTransfer(Workbench bench, Programs programs, Random random)
      throws IOException, InterruptedException {
    int count = megabytes * 1_000_000 / 1_024 + 1;
    var setting = new Setting(5, Duration.ZERO, Duration.ZERO, count);
    var measured = new Transmission(programs, setting, random).run();
    bench.say(
        String.format(
            Locale.ROOT,
            "%d MB through 5 %% loss in each direction: arrived intact in %.1f s (%d frames, %d"
                + " transmissions, timeout %d ms)",
            megabytes,
            measured.nanos() / 1e9,
            count,
            measured.transmissions(),
            setting.timeout().toMillis()));
  }

  private void write(List<Measured> all, Workbench bench) throws IOException {
    if (bench.out().isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(bench.out().get());
    var lines = new ArrayList<>(List.of(Measured.HEADER));
    all.forEach(each -> lines.add(each.csv()));
    Files.write(folder.resolve("utilisation.csv"), lines);
    String title =
        String.format(
            Locale.ROOT,
            "Stop-and-wait: frames of 1,032 bytes, T = %.1f ms, %d frames each",
            Setting.millis(frameTime()),
            frames);
    Plot.write(all, title, folder);
    bench.say("written: utilisation.csv, utilisation.svg and utilisation.png in " + folder);
  }
}
