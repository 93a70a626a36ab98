package chatlabs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.report.Results;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The red team let loose in one run of the grader, with right hand-ins before, beside and after it.
 */
final class RedTeam {
  static final List<String> REFERENCES =
      List.of("aaa-right", "f-right", "l-right", "p-right", "zzz-right");
  static final String CLIENT_CHECK = "EchoClientTest#a_line_goes_out_and_its_reply_comes_back";

  /** Below this, memory counts as held: what the grader allows, and what a look may come late. */
  private static final long MEMORY = 1_350_000_000;

  /** A minute on a quiet machine. */
  private static final int LONGEST_MINUTES = 20;

  private static final long DISK = 100_000_000;

  /**
   * What was seen of it.
   *
   * @param run the command
   * @param time how long that took
   * @param verdicts all of them, by name
   * @param breaches what each of the red team achieved
   * @param leftovers files that are left where the grader had its own
   */
  record Outcome(
      Chatlab.Result run,
      Duration time,
      Map<String, SubmissionVerdict> verdicts,
      Map<String, Set<Breach>> breaches,
      List<Path> leftovers) {}

  private final Path temp;
  private final List<Attack> attacks;

  RedTeam(Path temp, List<Attack> attacks) {
    this.temp = temp;
    this.attacks = attacks;
  }

  /** Grades them all. Blocks for a minute. */
  Outcome run(Sandbox sandbox) throws Exception {
    var chatlab = new Chatlab(temp);
    Path all = temp.resolve("class");
    Path report = temp.resolve("report");
    var names = attacks.stream().map(Attack::name).toList();
    var grader = sandbox.grader();
    chatlab.user(grader);
    chatlab.minutes(LONGEST_MINUTES);
    try (var world =
        new World(temp.resolve("world"), report, names, grader, chatlab.classPath())) {
      layOut(all, world);
      Files.createDirectories(chatlab.temporary());
      Files.createDirectories(report);
      for (String own : List.of("world", "class", "tmp", "report")) {
        grader.own(temp.resolve(own));
      }
      chatlab.environment("CANARY", world.environment);
      chatlab.environment("HOME", world.home.toString());
      chatlab.property("canary", world.property);
      try (var marks = new Marks(chatlab.temporary(), marks(world, "memory"), marks(world, "disk"))) {
        long start = System.nanoTime();
        var run =
            chatlab.run(
                "grade", "01", all, "--out", report, "--jobs", 4, "--seed", 1,
                "--sandbox", sandbox.option(), "--check", HandIns.CHECK, "--check", CLIENT_CHECK);
        var time = Duration.ofNanos(System.nanoTime() - start);
        var verdicts = verdicts(report);
        var breaches = new TreeMap<String, Set<Breach>>();
        for (Attack attack : attacks) {
          breaches.put(attack.name(), breaches(attack, verdicts.get(attack.name()), world, marks, report));
        }
        return new Outcome(run, time, verdicts, breaches, leftovers(chatlab));
      }
    }
  }

  /** What the grader keeps for its next run is none. */
  private static List<Path> leftovers(Chatlab chatlab) throws IOException {
    return HandIns.list(chatlab.temporary()).stream()
        .filter(file -> !file.endsWith("chatlabs-host"))
        .toList();
  }

  private void layOut(Path all, World world) throws IOException {
    for (String name : REFERENCES) {
      HandIns.reference(all.resolve(name));
    }
    Path neighbour = all.resolve(REFERENCES.get(0)).resolve("EchoServer.java");
    Files.writeString(neighbour, world.neighbourSecret() + Files.readString(neighbour, UTF_8), UTF_8);
    for (Attack attack : attacks) {
      HandIns.hostile(attack.name(), all.resolve(attack.name()), world.names(attack, neighbour));
    }
  }

  private List<String> marks(World world, String breach) {
    var wanted = Breach.valueOf(breach.toUpperCase(java.util.Locale.ROOT));
    return attacks.stream()
        .filter(attack -> attack.none().contains(wanted))
        .map(attack -> world.mark(attack.name()))
        .toList();
  }

  private static Map<String, SubmissionVerdict> verdicts(Path report) throws IOException {
    return Results.read(report.resolve("results.json")).submissions().stream()
        .collect(Collectors.toMap(SubmissionVerdict::name, verdict -> verdict));
  }

  private static Set<Breach> breaches(
      Attack attack, SubmissionVerdict verdict, World world, Marks marks, Path report) throws IOException {
    var found = EnumSet.noneOf(Breach.class);
    String mark = world.mark(attack.name());
    add(found, Breach.READS, world.isRead(verdict.toString()) || world.isRead(page(report, attack.name())));
    add(found, Breach.WRITES, world.isWritten(attack.name()));
    add(found, Breach.NETWORK, world.isHeard(attack.name()));
    add(found, Breach.SIGNALS, world.isGone(attack.name()));
    add(found, Breach.SURVIVES, !Marks.alive(mark).isEmpty());
    add(found, Breach.MEMORY, attack.none().contains(Breach.MEMORY) && marks.most(mark) > MEMORY);
    add(found, Breach.DISK, attack.none().contains(Breach.DISK) && marks.most(mark) > DISK);
    if (found.isEmpty() && !attack.seen().contains(seen(verdict))) {
      found.add(seen(verdict).equals("passed") ? Breach.EARNS : Breach.SUFFERS);
    }
    return found;
  }

  /** The verdict on its server, or the status when there is none. */
  static String seen(SubmissionVerdict verdict) {
    return verdict.status() != Status.GRADED
        ? verdict.status().label()
        : verdict.checks().stream()
            .filter(check -> check.id().equals(HandIns.CHECK))
            .map(check -> check.verdict().label())
            .findFirst()
            .orElse("no verdict");
  }

  private static void add(Set<Breach> found, Breach breach, boolean is) {
    if (is) {
      found.add(breach);
    }
  }

  private static String page(Path report, String name) throws IOException {
    Path page = report.resolve("students").resolve(name + ".html");
    return Files.exists(page) ? Files.readString(page, UTF_8) : "";
  }
}
