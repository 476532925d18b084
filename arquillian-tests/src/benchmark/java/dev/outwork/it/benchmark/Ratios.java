package dev.outwork.it.benchmark;

import dev.outwork.it.benchmark.Comparison.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The table of a comparison, in Markdown: of each figure the medians, and the ratios of pairs. */
final class Ratios {
  private static final String HEAD =
      """
      | workload | for 1,000: CPU s | of it server | of it database | transactions each | statements each | bytes of log each | ms | a second |
      |---|---|---|---|---|---|---|---|---|
      """;

  private Ratios() {}

  static String table(Map<String, List<Pair>> pairs) {
    StringBuilder table = new StringBuilder(HEAD);
    pairs.forEach((name, measured) -> table.append(line(name, measured)));
    return table.toString();
  }

  private static String line(String name, List<Pair> pairs) {
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            name,
            figure(pairs, Row::cpuForThousand),
            figure(pairs, Row::serverCpuForThousand),
            figure(pairs, Row::databaseCpuForThousand),
            figure(pairs, Row::transactionsForEach),
            figure(pairs, Row::statementsForEach),
            figure(pairs, Row::walForEach),
            figure(pairs, Row::millis),
            figure(pairs, Row::perSecond));
  }

  /** Such as {@code 3.20 to 1.60: 0.50 (0.47 to 0.55)}; empty where nothing was measured. */
  private static String figure(List<Pair> pairs, ToDoubleFunction<Row> figure) {
    double[] before = sorted(pairs, pair -> figure.applyAsDouble(pair.before()));
    double[] now = sorted(pairs, pair -> figure.applyAsDouble(pair.now()));
    if (before[0] == 0) {
      return "";
    }
    double[] ratios =
        sorted(
            pairs, pair -> figure.applyAsDouble(pair.now()) / figure.applyAsDouble(pair.before()));
    return String.format(
        Locale.ROOT,
        "%s to %s: **%.2f** (%.2f to %.2f)",
        shown(middle(before)),
        shown(middle(now)),
        middle(ratios),
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }

  private static double[] sorted(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
    double[] figures = pairs.stream().mapToDouble(figure).toArray();
    Arrays.sort(figures);
    return figures;
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
