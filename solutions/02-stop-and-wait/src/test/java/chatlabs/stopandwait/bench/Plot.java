package chatlabs.stopandwait.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what was measured as points, and what the formula says as lines, a colour a loss rate. */
final class Plot {
  private static final int STEPS = 100;
  private static final int DPI = 150;

  /** Colours that people with any colour vision can tell apart (Okabe and Ito). */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072b2),
          new Color(0x009e73),
          new Color(0xe69f00),
          new Color(0xd55e00),
          new Color(0xcc79a7),
          new Color(0x000000));

  private Plot() {}

  /** Writes {@code utilisation.svg} and {@code utilisation.png} to a folder. */
  static void write(List<Measured> all, String title, Path folder) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var chart = chart(title);
    var losses = all.stream().map(each -> each.setting().loss()).distinct().toList();
    for (int i = 0; i < losses.size(); i++) {
      int loss = losses.get(i);
      var colour = COLOURS.get(i % COLOURS.size());
      add(chart, colour, all.stream().filter(each -> each.setting().loss() == loss).toList());
    }
    String name = folder.resolve("utilisation").toString();
    ChartEncoder.saveChart(chart, name, "svg");
    BitmapEncoder.saveBitmapWithDPI(chart, name, BitmapFormat.PNG, DPI);
  }

  private static XYChart chart(String title) {
    var chart =
        new XYChartBuilder()
            .width(820)
            .height(520)
            .title(title)
            .xAxisTitle("round trip R in ms")
            .yAxisTitle("utilisation U in %")
            .theme(ChartTheme.XChart)
            .build();
    var styler = chart.getStyler();
    styler.setLegendPosition(LegendPosition.InsideNE);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendBackgroundColor(new Color(255, 255, 255, 210));
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    styler.setYAxisMin(0.0);
    styler.setYAxisMax(100.0);
    styler.setXAxisMin(0.0);
    styler.setMarkerSize(7);
    return chart;
  }

  private static void add(XYChart chart, Color colour, List<Measured> measured) {
    var first = measured.getFirst().setting();
    double most =
        measured.stream().mapToDouble(m -> Setting.millis(m.setting().roundTrip())).max().orElse(1);
    double[] x = IntStream.rangeClosed(0, STEPS).mapToDouble(i -> most * i / STEPS).toArray();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      var roundTrip = Duration.ofNanos((long) (x[i] * 1e6));
      var setting = new Setting(first.loss(), roundTrip, first.frameTime(), first.frames());
      y[i] = 100 * setting.utilisation();
    }
    var line = chart.addSeries("formula, loss " + first.loss() + " %", x, y);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(colour);
    line.setLineStyle(new BasicStroke(1.5f));
    var points =
        chart.addSeries(
            "measured, loss " + first.loss() + " %",
            measured.stream().mapToDouble(m -> Setting.millis(m.setting().roundTrip())).toArray(),
            measured.stream().mapToDouble(m -> 100 * m.utilisation()).toArray());
    points.setMarker(SeriesMarkers.CIRCLE);
    points.setMarkerColor(colour);
    points.setLineStyle(new BasicStroke(0, 0, 0, 1, new float[] {0, 1}, 0));
    points.setLineColor(new Color(0, 0, 0, 0));
  }
}
