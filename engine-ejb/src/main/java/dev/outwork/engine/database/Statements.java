package dev.outwork.engine.database;

import dev.outwork.engine.database.Writes.Part;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of statements with positional parameters. */
final class Statements {
  private Statements() {}

  /** One parameter for each id. */
  static String withIds(String statement, int count) {
    return statement.replace("<ids>", marks(count));
  }

  /** One parameter for each value of all rows. */
  static String withRows(String statement, int rows, int columns) {
    String row = "(" + marks(columns) + ")";
    return statement.replace("<rows>", String.join(", ", Collections.nCopies(rows, row)));
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  /**
   * Combines several writes into one statement. Its result is one row with a column for each part
   * that is counted. PostgreSQL executes all parts, whether or not their results are used.
   */
  static String together(List<Part> parts) {
    String named =
        IntStream.range(0, parts.size())
            .mapToObj(i -> "part_%d as (\n%s)".formatted(i, returning(parts.get(i))))
            .collect(Collectors.joining(",\n"));
    String counts =
        IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).isCounted())
            .mapToObj("(select count(*) from part_%d)"::formatted)
            .collect(Collectors.joining(", "));
    return "with %s\nselect %s".formatted(named, counts.isEmpty() ? "0" : counts);
  }

  private static String returning(Part part) {
    return part.isCounted() ? part.statement() + "returning id\n" : part.statement();
  }
}
