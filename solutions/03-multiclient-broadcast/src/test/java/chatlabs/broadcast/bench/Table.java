package chatlabs.broadcast.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as lines for people. */
final class Table {
  private static final String ROW = "  %-18s %11s  %-22s %9s %9s %9s %8s %9s %6s";

  private final Figures figures;

  Table(Figures figures) {
    this.figures = figures;
  }

  /** One room of this size: a line for each server, and how much the reference is ahead of it. */
  List<String> talk(Setting setting) {
    var lines = new ArrayList<String>();
    lines.add(
        String.format(
            ROW,
            number(setting.users()) + " users",
            "per second",
            "(least to most)",
            "reference",
            "p50 ms",
            "p99 ms",
            "RSS MiB",
            "CPU",
            "load"));
    for (var server : figures.servers()) {
      var rows = figures.of(setting, server);
      if (!rows.isEmpty()) {
        lines.add(line(server, rows, figures.of(setting, Contestant.REFERENCE)));
      }
    }
    return lines;
  }

  private static String line(String server, List<Figures.Row> rows, List<Figures.Row> reference) {
    double rate = rate(rows);
    return String.format(
        Locale.ROOT,
        ROW,
        server,
        number(rate),
        spread(rows),
        reference.isEmpty() ? "" : times(rate(reference) / rate),
        String.format(Locale.ROOT, "%.2f", Figures.median(rows, each -> each.burst().p50())),
        String.format(Locale.ROOT, "%.2f", Figures.median(rows, each -> each.burst().p99())),
        number(Figures.median(rows, Measured::rss)),
        String.format(Locale.ROOT, "%.2f µs", microsEach(rows)),
        String.format(
            Locale.ROOT, "%.0f %%", 100 * Figures.median(rows, each -> each.burst().load())));
  }

  /** With and without a user who never reads: a line for each server. */
  List<String> stalled(Setting setting) {
    var lines = new ArrayList<String>();
    for (var server : figures.servers()) {
      var without = figures.of(setting, server);
      var with = figures.of(setting.withStalled(), server);
      if (!with.isEmpty()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-18s %11s without  %11s with %-22s %s of it   %s",
                server,
                number(rate(without)),
                number(rate(with)),
                spread(with),
                times(rate(with) / rate(without)),
                fate(with)));
      }
    }
    return lines;
  }

  private static String fate(List<Figures.Row> with) {
    long frozen = with.stream().filter(row -> row.measured().burst().frozenAfter() >= 0).count();
    long dropped = with.stream().filter(row -> row.measured().burst().dropped()).count();
    if (frozen > 0) {
      double after = Figures.median(with, each -> each.burst().frozenAfter());
      return String.format(
          Locale.ROOT, "FROZEN in %d of %d rounds, after %.1f s", frozen, with.size(), after);
    }
    return "dropped the one who does not read in " + dropped + " of " + with.size() + " rounds";
  }

  private static double rate(List<Figures.Row> rows) {
    return Figures.median(rows, each -> each.burst().rate());
  }

  private static double microsEach(List<Figures.Row> rows) {
    return Figures.median(rows, each -> each.cpuSeconds() * 1e6 / each.burst().deliveries());
  }

  private static String spread(List<Figures.Row> rows) {
    return "("
        + number(Figures.least(rows, each -> each.burst().rate()))
        + " to "
        + number(Figures.most(rows, each -> each.burst().rate()))
        + ")";
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
