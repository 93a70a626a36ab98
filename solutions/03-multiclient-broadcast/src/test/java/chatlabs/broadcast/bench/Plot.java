package chatlabs.broadcast.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws deliveries per second over the size of the room, a line for each server. */
final class Plot {
  private Plot() {}

  /** Writes {@code deliveries.svg} and {@code deliveries.png} to this folder. */
  static void write(Figures figures, int length, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    XYChart chart = chart();
    for (var server : figures.servers()) {
      var settings =
          figures.settings().stream()
              .filter(setting -> setting.length() == length && !setting.stalled())
              .filter(setting -> !figures.of(setting, server).isEmpty())
              .sorted(Comparator.comparingInt(Setting::users))
              .toList();
      if (!settings.isEmpty()) {
        chart.addSeries(
            server,
            settings.stream().map(Setting::users).toList(),
            settings.stream().map(setting -> thousands(figures, setting, server)).toList());
      }
    }
    String file = folder.resolve("deliveries").toString();
    ChartEncoder.saveChart(chart, file, "svg");
    BitmapEncoder.saveBitmapWithDPI(chart, file, BitmapFormat.PNG, 150);
  }

  private static XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(800)
            .height(500)
            .title("One room: what a server delivers (medians)")
            .xAxisTitle("users in the room")
            .yAxisTitle("thousand deliveries per second")
            .build();
    var style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setXAxisLogarithmic(true);
    style.setYAxisMin(0.0);
    style.setYAxisDecimalPattern("#,##0");
    style.setXAxisDecimalPattern("#,##0");
    style.setLegendPosition(LegendPosition.OutsideE);
    return chart;
  }

  private static double thousands(Figures figures, Setting setting, String server) {
    return Figures.median(figures.of(setting, server), each -> each.burst().rate()) / 1_000;
  }
}
