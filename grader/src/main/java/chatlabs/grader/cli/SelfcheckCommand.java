package chatlabs.grader.cli;

import chatlabs.grader.check.Seeds;
import chatlabs.grader.judge.Workspace;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.report.Progress;
import chatlabs.grader.selfcheck.Deviation;
import chatlabs.grader.selfcheck.Load;
import chatlabs.grader.selfcheck.Matrix;
import chatlabs.grader.selfcheck.Selfcheck;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import chatlabs.grader.selfcheck.Selfcheck.Turn;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades what the kit knows the worth of, and says where a verdict is not as expected. */
@Command(
    name = "selfcheck",
    description = {
      "Grades the reference, the starter, the unusual solutions and the faults of a lab,",
      "and prints which check catches which fault."
    },
    footer = {"", "Exit status: 0 all verdicts are as expected, 1 one is not, 2 wrong use."},
    mixinStandardHelpOptions = true)
final class SelfcheckCommand implements Callable<Integer> {
  @Mixin private VariantChoice choice = new VariantChoice();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Grade the reference, the starter and the unusual solutions N times.")
  private int runs = 1;

  @Option(names = "--fault-runs", paramLabel = "N", description = "Grade each fault N times.")
  private int faultRuns = 1;

  @Option(
      names = "--load",
      paramLabel = "N",
      description = "Take half of the runs while N other processes keep the cores busy.")
  private int load;

  @Option(
      names = "--quick",
      description = {
        "Judge each fault by one of the checks that have to catch it, drawn by the seed, and",
        "print no table: several times quicker."
      })
  private boolean quick;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the first run.")
  private @Nullable Long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    refuseImpossible();
    Lab lab = choice.lab();
    var suite = Kit.suite(lab, List.of());
    var variants = choice.variants(lab);
    try (var work = new Workspace();
        var selfcheck = choice.selfcheck(lab, suite, work.folder())) {
      var outcomes = new ArrayList<Outcome>();
      outcomes.addAll(idle(selfcheck, variants));
      outcomes.addAll(loaded(selfcheck, variants));
      return report(variants, outcomes, new Matrix(suite.checks(), outcomes));
    }
  }

  private void refuseImpossible() {
    Numbers.within("--runs", runs, 0, 1_000_000);
    Numbers.within("--fault-runs", faultRuns, 0, 1_000_000);
    Numbers.within("--load", load, 0, 256);
    choice.jobs();
  }

  private List<Outcome> idle(Selfcheck selfcheck, List<Variant> variants)
      throws InterruptedException {
    int share = load > 0 ? 2 : 1;
    return take(
        selfcheck,
        turns(variants, (runs + share - 1) / share, (faultRuns + share - 1) / share, 0),
        "idle");
  }

  @SuppressWarnings("try") // the load is there to be there
  private List<Outcome> loaded(Selfcheck selfcheck, List<Variant> variants)
      throws InterruptedException, IOException {
    if (load == 0) {
      return List.of();
    }
    try (var busy = new Load(load)) {
      return take(selfcheck, turns(variants, runs / 2, faultRuns / 2, 1_000_000), "loaded");
    }
  }

  private List<Turn> turns(List<Variant> variants, int good, int faulty, long offset) {
    long first = (seed == null ? Seeds.fresh() : seed) + offset;
    var turns = new ArrayList<Turn>();
    for (var variant : variants) {
      int count = variant.kind() == Variant.Kind.FAULT ? faulty : good;
      for (int i = 0; i < count; i++) {
        turns.add(quick ? Turn.quick(variant, first + i) : new Turn(variant, first + i));
      }
    }
    return turns;
  }

  private List<Outcome> take(Selfcheck selfcheck, List<Turn> turns, String task)
      throws InterruptedException {
    try (var progress = Progress.onError(task, turns.size())) {
      return selfcheck.run(turns, outcome -> progress.done(outcome.turn().variant().name()));
    }
  }

  private int report(List<Variant> variants, List<Outcome> outcomes, Matrix matrix)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!quick) {
      out.println(matrix.markdown());
    }
    int wrong = 0;
    for (var variant : variants) {
      var ofThis = outcomes.stream().filter(o -> o.turn().variant().equals(variant)).toList();
      var bad = ofThis.stream().filter(o -> !o.deviations().isEmpty()).toList();
      wrong += bad.size();
      out.printf(
          "%-10s %-36s %4d runs  %s%n",
          variant.kind().name().toLowerCase(java.util.Locale.ROOT),
          variant.name(),
          ofThis.size(),
          bad.isEmpty() ? "as expected" : bad.size() + " NOT AS EXPECTED");
      bad.stream().limit(3).forEach(outcome -> out.println(told(outcome)));
    }
    var idle = quick || choice.isPart() ? List.<String>of() : matrix.idle();
    idle.forEach(check -> out.println("No fault is caught by " + check));
    out.printf("%n%d gradings, %d not as expected%n", outcomes.size(), wrong);
    out.println("Sandbox " + choice.sandbox());
    out.flush();
    return wrong == 0 && idle.isEmpty() ? Exit.OK : Exit.SOMETHING_WRONG;
  }

  private static String told(Outcome outcome) {
    return outcome.deviations().stream()
        .map(Deviation::sentence)
        .map(deviation -> "    seed " + outcome.turn().seed() + ": " + deviation)
        .collect(Collectors.joining("\n"));
  }
}
