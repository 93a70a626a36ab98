package chatlabs.broadcast.bench;

import chatlabs.grader.bench.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All that was measured. */
final class Figures {
  private static final String HEADER =
      "users,line_bytes,stalled_user,server,round,deliveries_per_second,p50_ms,p99_ms,"
          + "server_rss_mib,server_cpu_s,load_busy,frozen_after_s,stalled_user_dropped";

  private final List<Row> rows = new ArrayList<>();

  /** One measurement, and where it belongs. */
  record Row(Setting setting, String server, int round, Measured measured) {
    String csv() {
      var burst = measured.burst();
      return String.format(
          Locale.ROOT,
          "%d,%d,%b,%s,%d,%.0f,%.3f,%.3f,%.1f,%.2f,%.2f,%s,%b",
          setting.users(),
          setting.length(),
          setting.stalled(),
          server,
          round,
          burst.rate(),
          burst.p50(),
          burst.p99(),
          measured.rss(),
          measured.cpuSeconds(),
          burst.load(),
          burst.frozenAfter() < 0 ? "" : String.format(Locale.ROOT, "%.1f", burst.frozenAfter()),
          burst.dropped());
    }
  }

  void add(Row row) {
    rows.add(row);
  }

  /** The rows of one server in one setting. */
  List<Row> of(Setting setting, String server) {
    return rows.stream()
        .filter(row -> row.setting().equals(setting) && row.server().equals(server))
        .toList();
  }

  /** What was measured in, in the order of the measurements. */
  List<Setting> settings() {
    return rows.stream().map(Row::setting).distinct().toList();
  }

  /** The servers, in the order in which they were measured first. */
  List<String> servers() {
    return rows.stream().map(Row::server).distinct().toList();
  }

  static double median(List<Row> rows, ToDoubleFunction<Measured> figure) {
    return new Sample(values(rows, figure)).median();
  }

  static double least(List<Row> rows, ToDoubleFunction<Measured> figure) {
    return Collections.min(values(rows, figure));
  }

  static double most(List<Row> rows, ToDoubleFunction<Measured> figure) {
    return Collections.max(values(rows, figure));
  }

  private static List<Double> values(List<Row> rows, ToDoubleFunction<Measured> figure) {
    return rows.stream().map(row -> figure.applyAsDouble(row.measured())).toList();
  }

  /** Writes all of it to a file, whole or not at all. */
  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, Stream.concat(Stream.of(HEADER), rows.stream().map(Row::csv)).toList());
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
