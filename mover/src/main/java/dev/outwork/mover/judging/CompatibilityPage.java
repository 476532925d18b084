package dev.outwork.mover.judging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entries of docs/compatibility.md, "Differences", as plain text. */
final class CompatibilityPage {
  private static final String PAGE = "compatibility.md";
  private static final int CELLS = 4;

  private final Map<String, List<String>> entries;

  private CompatibilityPage(Map<String, List<String>> entries) {
    this.entries = entries;
  }

  static CompatibilityPage read() {
    try (InputStream page = CompatibilityPage.class.getResourceAsStream(PAGE)) {
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      String section = text.split("\n## Differences\n")[1].split("\n## ")[0];
      return new CompatibilityPage(
          section
              .lines()
              .filter(line -> line.startsWith("| ") && !line.startsWith("| Topic |"))
              .map(CompatibilityPage::cells)
              .filter(cells -> cells.size() == CELLS)
              .collect(Collectors.toMap(cells -> cells.get(0), Function.identity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(CompatibilityPage::plain)
        .toList();
  }

  private static String plain(String cell) {
    return cell.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "").strip();
  }

  /** The entry about a construct. */
  Difference about(Construct construct, List<String> definitionKeys) {
    List<String> cells = entries.get(construct.topic());
    if (cells == null) {
      throw new IllegalStateException("There is no entry '%s'".formatted(construct.topic()));
    }
    return new Difference(
        cells.get(0), cells.get(1), cells.get(2), cells.get(3), List.copyOf(definitionKeys));
  }
}
