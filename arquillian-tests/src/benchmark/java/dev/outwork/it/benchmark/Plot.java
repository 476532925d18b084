package dev.outwork.it.benchmark;

import java.awt.Color;
import java.awt.Font;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The CPU cost of workloads with a goal, as a picture. */
final class Plot {
  private static final Color SERVER = new Color(0x1F, 0x5F, 0x8B);
  private static final Color DATABASE = new Color(0x8F, 0xBF, 0xD9);
  private static final Color GOAL = new Color(0xC6, 0x4B, 0x2A);
  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color GRID = new Color(0xDD, 0xDD, 0xDD);

  private Plot() {}

  /** Draws nothing where no row has a goal. */
  static void write(List<Row> rows, Path file) throws IOException {
    List<Row> shown = rows.stream().filter(row -> row.goal().cpu() > 0).toList();
    if (shown.isEmpty()) {
      return;
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1000)
            .height(440)
            .yAxisTitle("CPU seconds for 1,000")
            .build();
    style(chart);
    List<String> names = shown.stream().map(Row::workload).toList();
    chart.addSeries("PostgreSQL", names, values(shown, Row::cpuForThousand)).setFillColor(DATABASE);
    // Before the sum of both, so that what is seen of the sum is the database's.
    chart.addSeries("server", names, values(shown, Row::serverCpuForThousand)).setFillColor(SERVER);
    chart
        .addSeries("goal for both", names, values(shown, row -> row.goal().cpu()))
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.DIAMOND)
        .setMarkerColor(GOAL);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
    }
  }

  private static void style(CategoryChart chart) {
    Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    CategoryStyler styler = chart.getStyler();
    styler.setOverlapped(true);
    styler.setXAxisLabelRotation(15);
    styler.setAvailableSpaceFill(0.5);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(text);
    styler.setAxisTickLabelsFont(text);
    styler.setAxisTitleFont(text);
    styler.setAxisTickLabelsColor(INK);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotBorderVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
  }

  private static List<Double> values(List<Row> rows, ToDoubleFunction<Row> value) {
    return rows.stream().map(value::applyAsDouble).toList();
  }
}
