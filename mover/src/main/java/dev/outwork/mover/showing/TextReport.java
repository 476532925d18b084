package dev.outwork.mover.showing;

import dev.outwork.mover.judging.MoveReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report for a terminal. */
final class TextReport {
  private static final String GAP = "  ";

  private TextReport() {}

  static String of(MoveReport report) {
    return Sections.of(report).stream().map(TextReport::section).collect(Collectors.joining("\n"));
  }

  private static String section(Section section) {
    List<List<String>> lines =
        IntStream.range(-1, section.rows().size())
            .mapToObj(i -> i < 0 ? section.heads() : section.rows().get(i))
            .map(row -> row.stream().map(TextReport::printable).toList())
            .toList();
    List<Integer> widths =
        IntStream.range(0, section.heads().size())
            .mapToObj(column -> width(lines, column))
            .toList();
    String title = section.title().toUpperCase(Locale.ROOT) + "\n";
    String note = section.note().isEmpty() ? "" : section.note() + "\n";
    return lines.stream()
        .map(line -> line(line, widths))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n", title + note, "\n"));
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .filter(column -> widths.get(column) > 0)
        .mapToObj(
            column ->
                cells.get(column) + " ".repeat(widths.get(column) - cells.get(column).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /** A name could otherwise move the cursor, or change what stands before it. */
  private static String printable(String cell) {
    return cell.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }
}
