package chatlabs.grader.cli;

import chatlabs.grader.archive.Origin;
import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.lab.Variants;
import chatlabs.grader.report.Progress;
import chatlabs.grader.soak.Ending;
import chatlabs.grader.soak.Entry;
import chatlabs.grader.soak.Fingerprint;
import chatlabs.grader.soak.Ledger;
import chatlabs.grader.soak.Plan;
import chatlabs.grader.soak.Sample;
import chatlabs.grader.soak.Soak;
import chatlabs.grader.soak.Summary;
import chatlabs.grader.soak.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades what the kit knows the worth of, again and again. */
@Command(
    name = "soak",
    description = {
      "Grades the reference, the starter, the unusual solutions and the faults of a lab again",
      "and again, in rounds over all of them, with new names, texts and order in each, and",
      "tells of every verdict that was ever not as expected, with the command that repeats it."
    },
    footer = {
      "",
      "With a ledger, Ctrl-C loses nothing: the same command goes on where it stopped, and",
      "ends with the summary of all. Exit status: 0 all verdicts were as expected, 1 one was",
      "not, 2 wrong use."
    },
    mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 1_000_000;

  @Mixin private VariantChoice choice = new VariantChoice();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Grade the reference, the starter and the unusual solutions N times each.")
  private int runs = 10;

  @Option(
      names = "--fault-runs",
      paramLabel = "N",
      description = "Grade each fault N times; by default a tenth of --runs.")
  private @Nullable Integer faultRuns;

  @Option(
      names = "--others",
      paramLabel = "N",
      description = {
        "Judge a fault by the checks that have to catch it, and only N of the others, drawn by",
        "the seed: several times quicker. 0 or more; by default all."
      })
  private int others = Sample.ALL;

  @Option(
      names = "--load",
      paramLabel = "N",
      description = "Take half of the rounds while N other processes keep the cores busy.")
  private int load;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the first round.")
  private @Nullable Long seed;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = {
        "Keep each grading in FILE, a line of JSON each, and go on after those that are there.",
        "A ledger of other checks, another grader, host, JVM or tier is refused; the gradings",
        "of a variant that has changed since are taken again."
      })
  private @Nullable Path ledger;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Numbers.within("--runs", runs, 1, MOST_RUNS);
    Numbers.within("--load", load, 0, 256);
    Numbers.within("--others", others, 0, Sample.ALL);
    choice.jobs();
    faultRuns();
    Lab lab = choice.lab();
    var variants = choice.of(Variants.all(lab));
    var suite = Kit.suite(lab, List.of());
    Path file = ledger;
    if (file == null) {
      long first = seed == null ? Seeds.fresh() : seed;
      return soak(lab, suite, plan(variants, suite, first), List.of(), entry -> {});
    }
    try (var open = Ledger.open(file, lab.id(), digest(lab), Seeds.fresh(), seed)) {
      if (open.wasTorn()) {
        note("the last line of " + file + " was torn, and is dropped: it is graded again");
      }
      var plan = plan(variants, suite, open.seed());
      return soak(lab, suite, plan, open.earlier(), open::add);
    }
  }

  private String digest(Lab lab) throws IOException {
    try (var grader = Origin.of(SoakCommand.class)) {
      return Fingerprint.of(lab, choice.runtime().identity(), grader.root());
    }
  }

  private int faultRuns() {
    Integer typed = faultRuns;
    return typed == null
        ? Math.max(1, runs / 10)
        : Numbers.within("--fault-runs", typed, 0, MOST_RUNS);
  }

  private Plan plan(List<Variant> variants, CheckSuite suite, long first) {
    var sample = new Sample(suite.checks().stream().map(CheckInfo::id).toList(), others);
    return new Plan(variants, runs, faultRuns(), load > 0, first, sample);
  }

  private int soak(Lab lab, CheckSuite suite, Plan plan, List<Entry> earlier, Consumer<Entry> keep)
      throws IOException, InterruptedException {
    var told = new Told(lab.number(), load);
    var all = new ArrayList<>(plan.of(earlier));
    all.stream().filter(entry -> !entry.expected()).forEach(entry -> print(told.of(entry)));
    var rounds = plan.rounds(earlier);
    long outdated = plan.outdated(earlier);
    if (outdated > 0) {
      note(outdated + " gradings are of variants that have changed since, and do not count");
    }
    if (!all.isEmpty()) {
      note(all.size() + " gradings are done, " + Plan.gradings(rounds) + " are to come");
    }
    try (var work = new Workspace();
        var ending = new Ending();
        var progress = Progress.onError("soaking", Plan.gradings(rounds));
        var selfcheck = choice.selfcheck(lab, suite, work.folder())) {
      new Soak(selfcheck::run, load, ending)
          .run(
              rounds,
              entry -> {
                keep.accept(entry);
                all.add(entry);
                progress.done((entry.busy() ? "busy " : "idle ") + entry.variant());
                if (!entry.expected()) {
                  print(told.of(entry));
                }
              });
    }
    print(Summary.of(plan.variants(), all) + "Sandbox " + choice.sandbox() + "\n");
    return Summary.wrong(all) == 0 ? Exit.OK : Exit.SOMETHING_WRONG;
  }

  /** At once: a soak is long, and may be broken off. */
  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.print(text);
    out.flush();
  }

  private void note(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Note: " + text);
    err.flush();
  }
}
