package chatlabs.grader.soak;

import chatlabs.grader.lab.Variant;
import chatlabs.grader.selfcheck.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a soak came to: a line for each variant, and one for each verdict that was ever another. */
public final class Summary {
  private Summary() {}

  /** The summary of these gradings of these variants. */
  public static String of(List<Variant> variants, List<Entry> entries) {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            "%-9s  %-36s %10s %10s %16s %16s %10s",
            "",
            "variant",
            "runs idle",
            "runs busy",
            "by some checks",
            "not as expected",
            "slowest"));
    for (var variant : variants) {
      lines.add(row(variant, entries.stream().filter(entry -> entry.isOf(variant)).toList()));
    }
    variants.forEach(variant -> lines.addAll(others(variant, entries)));
    lines.add("");
    lines.add(entries.size() + " gradings, " + wrong(entries) + " not as expected");
    return String.join("\n", lines) + "\n";
  }

  /** How many of these gradings were not as expected. */
  public static long wrong(List<Entry> entries) {
    return entries.stream().filter(entry -> !entry.expected()).count();
  }

  private static String row(Variant variant, List<Entry> entries) {
    long busy = entries.stream().filter(Entry::busy).count();
    long slowest = entries.stream().mapToLong(Entry::millis).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "%-9s  %-36s %10d %10d %16d %16d %8.1f s",
        kind(variant),
        variant.name(),
        entries.size() - busy,
        busy,
        entries.stream().filter(Entry::isInPart).count(),
        wrong(entries),
        slowest / 1000.0);
  }

  /** Whether a verdict is always another, or wavers, and how often. */
  private static List<String> others(Variant variant, List<Entry> entries) {
    var ofIt = entries.stream().filter(entry -> entry.isOf(variant)).toList();
    var counts =
        ofIt.stream()
            .flatMap(entry -> entry.deviations().stream())
            .collect(Collectors.groupingBy(Summary::what, TreeMap::new, Collectors.counting()));
    var lines = new ArrayList<String>();
    counts.forEach(
        (what, count) ->
            lines.add(
                String.format(
                    "%s  %s %s: %s in %d of %d gradings",
                    count < ofIt.size() ? "WAVERS" : "ALWAYS",
                    kind(variant),
                    variant.name(),
                    what,
                    count,
                    ofIt.size())));
    return lines;
  }

  private static String what(Deviation deviation) {
    String seen = deviation.seen();
    return deviation.expected().isEmpty()
        ? (deviation.check() + " " + seen).strip()
        : deviation.check() + " " + seen + " and not " + deviation.expected();
  }

  private static String kind(Variant variant) {
    return variant.kind().name().toLowerCase(Locale.ROOT);
  }
}
