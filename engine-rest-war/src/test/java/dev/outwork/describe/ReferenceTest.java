package dev.outwork.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares our OpenAPI document with the published one of Camunda 7: every call, every parameter
 * and property of its input, every field of its output. docs/compatibility.md lists all differences
 * with their reasons.
 */
class ReferenceTest {
  private static final Path LIST = Path.of("../docs/compatibility.md");
  private static final String CHAPTER = "## API differences";

  private static List<Difference> differences;
  private static List<DifferenceRow> rows;

  @BeforeAll
  static void compare() throws IOException {
    differences =
        Difference.between(read("/dev/outwork/rest/openapi/openapi.json"), read("/openapi.json"));
    rows =
        Files.readAllLines(LIST).stream()
            .dropWhile(line -> !line.equals(CHAPTER))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .map(DifferenceRow::read)
            .flatMap(Optional::stream)
            .toList();
  }

  @Test
  void every_difference_is_listed() {
    List<String> unlisted =
        differences.stream()
            .filter(difference -> rows.stream().noneMatch(row -> row.tells(difference)))
            .map(Difference::toString)
            .toList();

    assertThat(unlisted)
        .as("rows to add to docs/compatibility.md, each with a reason, unless the code is mended")
        .isEmpty();
  }

  @Test
  void whatever_is_listed_differs() {
    List<String> outdated =
        rows.stream()
            .filter(row -> differences.stream().noneMatch(row::tells))
            .map(DifferenceRow::line)
            .toList();

    assertThat(outdated).as("rows to delete from docs/compatibility.md").isEmpty();
  }

  @Test
  void each_part_of_a_listed_row_differs() {
    List<String> outdated =
        rows.stream()
            .filter(row -> differences.stream().anyMatch(row::tells))
            .flatMap(
                row -> row.idle(differences).map(part -> "`%s` in: %s".formatted(part, row.line())))
            .toList();

    assertThat(outdated).as("parts to delete from rows of docs/compatibility.md").isEmpty();
  }

  private static ApiDocument read(String resource) throws IOException {
    try (InputStream document = ReferenceTest.class.getResourceAsStream(resource)) {
      assertThat(document).as(resource).isNotNull();
      return ApiDocument.read(document);
    }
  }
}
