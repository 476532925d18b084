package dev.outwork.mover.showing;

import dev.outwork.mover.judging.MoveReport;
import java.util.List;
import java.util.stream.Collectors;

/** A report as one page that needs nothing else, and runs nothing. */
final class HtmlReport {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Moving in</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1d2330; background: #fff; }
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.2rem; margin-top: 2.5rem; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d5d9e2; overflow-wrap: anywhere; }
      th { white-space: nowrap; }
      p.verdict { font-size: 1.1rem; padding: .75rem 1rem; background: #eef1f6; }
      </style>
      </head>
      <body>
      <h1>Moving in from Camunda 7</h1>
      <p class="verdict">%s</p>
      %s
      </body>
      </html>
      """;

  private HtmlReport() {}

  static String of(MoveReport report) {
    return PAGE.formatted(
        escaped(verdict(report)),
        Sections.of(report).stream().map(HtmlReport::section).collect(Collectors.joining("\n")));
  }

  private static String verdict(MoveReport report) {
    long blocked = report.instances().blocked();
    return report.isAllWell()
        ? "Everything in this source can go."
        : "%d of %d process instances cannot go as they are."
            .formatted(blocked, report.instances().all());
  }

  private static String section(Section section) {
    String note = section.note().isEmpty() ? "" : "<p>" + escaped(section.note()) + "</p>\n";
    return """
        <section>
        <h2>%s</h2>
        %s<div class="table"><table>
        <thead>%s</thead>
        <tbody>
        %s
        </tbody>
        </table></div>
        </section>"""
        .formatted(
            escaped(section.title()),
            note,
            row(section.heads(), "th"),
            section.rows().stream()
                .map(cells -> row(cells, "td"))
                .collect(Collectors.joining("\n")));
  }

  private static String row(List<String> cells, String element) {
    return cells.stream()
        .map(cell -> "<%s>%s</%s>".formatted(element, escaped(cell), element))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
