package chatlabs.broadcast.bench;

import chatlabs.grader.bench.LabBench;
import chatlabs.grader.bench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how quickly servers bring what one user says to all others in the room. */
@Command(
    description = {
      "Measures how many lines a second servers deliver to the users of one room: the reference"
          + " with virtual and with platform threads, a classroom's server in Python, and ngircd.",
      "10 users speak, with so many messages under way at a time; each delivery is counted, and"
          + " its order and wholeness verified. Then the same with one more user who never reads.",
      "Takes minutes; the machine should have nothing else to do."
    })
public final class RoomBench implements LabBench {
  /** Long enough that a user who does not read is noticed in seconds; IRC allows 512 in all. */
  private static final int LONG_TEXT = 400;

  private static final int TEXT = 50;
  private static final int STALLED_TIMES = 3; // as long as without: buffers have to fill first

  @Option(
      names = "--users",
      split = ",",
      paramLabel = "N",
      description = "The sizes of the room; 10,100,500,2000 by default.")
  private List<Integer> sizes = List.of(10, 100, 500, 2_000);

  @Option(
      names = "--stalled",
      paramLabel = "N",
      description = "The users beside the one who never reads; 100 by default, 0 for no such part.")
  private int stalledSize = 100;

  @Option(names = "--no-talk", description = "Only the part with a user who never reads.")
  private boolean noTalk;

  @Option(names = "--rounds", paramLabel = "N", description = "How many rounds; 5 by default.")
  private int rounds = 5;

  @Option(names = "--seconds", paramLabel = "S", description = "Of each round; 2 by default.")
  private double seconds = 2;

  @Option(names = "--warm-up", paramLabel = "S", description = "Before all rounds; 4 by default.")
  private double warmUp = 4;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "How many messages are under way at a time; 50 by default.")
  private int window = 50;

  @Option(
      names = "--servers",
      split = ",",
      paramLabel = "PART",
      description = "Only those whose names contain one of these: virtual, platform, python, ngircd.")
  private List<String> wanted = List.of("");

  @Spec private CommandSpec spec;

  private final Figures figures = new Figures();

  @Override
  public void run(Workbench bench) throws IOException, InterruptedException {
    check();
    var contestants =
        Contestant.all(bench).stream()
            .filter(each -> wanted.stream().anyMatch(each.name()::contains))
            .toList();
    if (!noTalk) {
      for (int users : sizes) {
        var setting = new Setting(users, TEXT, false);
        measure(bench, contestants, setting, false);
        new Table(figures).talk(setting).forEach(bench::say);
        write(bench);
      }
    }
    if (stalledSize > 0) {
      bench.say(
          String.format(
              Locale.ROOT,
              "%d users, %d bytes a line, without and with one more user who never reads",
              stalledSize,
              LONG_TEXT));
      var setting = new Setting(stalledSize, LONG_TEXT, false);
      measure(bench, contestants, setting, true);
      new Table(figures).stalled(setting).forEach(bench::say);
      write(bench);
    }
  }

  private void check() {
    if (rounds < 1 || window < 1 || window > 1_000 || seconds <= 0 || warmUp <= 0) {
      throw new ParameterException(
          spec.commandLine(), "--rounds, --window (to 1000), --seconds and --warm-up are from 1 on");
    }
    if (sizes.stream().anyMatch(size -> size < Crowd.SPEAKERS)
        || (stalledSize != 0 && stalledSize < Crowd.SPEAKERS)) {
      throw new ParameterException(
          spec.commandLine(), "a room has at least " + Crowd.SPEAKERS + " users: so many speak");
    }
  }

  /** All servers run and wait at the same time, and are measured in turns. */
  private void measure(
      Workbench bench, List<Contestant> contestants, Setting setting, boolean alsoStalled)
      throws IOException {
    var entrants = new ArrayList<Entrant>();
    try {
      for (var contestant : contestants) {
        enter(bench, contestant, setting, entrants);
      }
      for (int round = 1; round <= rounds; round++) {
        for (var entrant : entrants) {
          add(setting, entrant, round, entrant.talk(seconds, window));
          if (alsoStalled) {
            double longer = seconds * STALLED_TIMES;
            add(setting.withStalled(), entrant, round, entrant.stall(longer, window));
          }
        }
        Collections.rotate(entrants, -1); // nobody is always the first
      }
    } finally {
      entrants.forEach(Entrant::close);
    }
  }

  /** Another's server that cannot fill the room is left out; the reference has to. */
  private void enter(
      Workbench bench, Contestant contestant, Setting setting, List<Entrant> entrants)
      throws IOException {
    Entrant entrant = null;
    try {
      entrant = Entrant.start(bench, contestant, setting);
      entrant.talk(warmUp, window);
      entrants.add(entrant);
    } catch (IOException trouble) {
      if (entrant != null) {
        entrant.close();
      }
      if (contestant.name().equals(Contestant.REFERENCE)) {
        throw trouble;
      }
      bench.say("left out with " + setting.users() + " users: " + trouble.getMessage());
    }
  }

  private void add(Setting setting, Entrant entrant, int round, Measured measured) {
    figures.add(new Figures.Row(setting, entrant.name(), round, measured));
  }

  private void write(Workbench bench) throws IOException {
    if (bench.out().isPresent()) {
      var folder = Files.createDirectories(bench.out().get());
      figures.write(folder.resolve("deliveries.csv"));
      Plot.write(figures, TEXT, folder);
    }
  }
}
