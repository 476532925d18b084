package dev.outwork.it.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table, in Markdown. */
final class Report {
  private static final String HEAD =
      """
      | workload | done | each: statements | writing transactions | bytes of log | ms | for 1,000: CPU s of server + database | in all | of it compiling | a second | goal | remarks |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Report() {}

  static String table(List<Row> rows) {
    return HEAD + rows.stream().map(Report::line).collect(Collectors.joining());
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d %s | %.2f | %.2f | %,.0f | %.1f | %.2f + %.2f | **%.2f** | %.2f | %,.0f | %s | %s |%n",
        row.workload(),
        row.units(),
        row.unit(),
        row.statementsForEach(),
        row.transactionsForEach(),
        row.walForEach(),
        row.millis(),
        row.serverCpuForThousand(),
        row.databaseCpuForThousand(),
        row.cpuForThousand(),
        row.compilerCpuForThousand(),
        row.perSecond(),
        row.goal().text(),
        row.remark());
  }
}
