package chatlabs.grader.selfcheck;

import chatlabs.grader.judge.CheckInfo;
import chatlabs.grader.lab.Variant;
import chatlabs.grader.selfcheck.Selfcheck.Outcome;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which check catches which fault. */
public final class Matrix {
  private final List<CheckInfo> checks;
  private final Map<String, TreeSet<String>> catchers = new TreeMap<>();

  private Matrix(List<CheckInfo> checks) {
    this.checks = List.copyOf(checks);
  }

  /** The matrix that the faults among these variants promise; selfcheck holds them to it. */
  public static Matrix promised(List<CheckInfo> checks, List<Variant> variants) {
    var matrix = new Matrix(checks);
    variants.stream()
        .filter(variant -> variant.kind() == Variant.Kind.FAULT)
        .forEach(fault -> matrix.catchers.put(fault.name(), new TreeSet<>(fault.caughtBy())));
    return matrix;
  }

  /** The matrix of these outcomes; those of other variants than faults do not count. */
  public Matrix(List<CheckInfo> checks, List<Outcome> outcomes) {
    this(checks);
    for (var outcome : outcomes) {
      var variant = outcome.turn().variant();
      if (variant.kind() == Variant.Kind.FAULT) {
        var caught = catchers.computeIfAbsent(variant.name(), name -> new TreeSet<>());
        outcome.verdict().checks().stream()
            .filter(check -> check.verdict() == Verdict.FAILED)
            .map(CheckVerdict::id)
            .forEach(caught::add);
      }
    }
  }

  /** The ids of checks that catch no fault: nobody has seen them fail. */
  public List<String> idle() {
    return checks.stream()
        .map(CheckInfo::id)
        .filter(id -> catchers.values().stream().noneMatch(caught -> caught.contains(id)))
        .toList();
  }

  /** A table in Markdown: a row a check, with the faults that it catches. */
  public String markdown() {
    var lines = new ArrayList<String>();
    lines.add("| requirement | check | catches |");
    lines.add("|---|---|---|");
    for (var check : checks) {
      var caught =
          catchers.entrySet().stream()
              .filter(entry -> entry.getValue().contains(check.id()))
              .map(
                  entry ->
                      "`" + entry.getKey() + "`" + (entry.getValue().size() == 1 ? " (alone)" : ""))
              .toList();
      lines.add(
          "| "
              + check.requirement()
              + " | `"
              + check.id()
              + "` | "
              + String.join(", ", caught)
              + " |");
    }
    return String.join("\n", lines) + "\n";
  }
}
