package dev.outwork.mover.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source is looked at before it is read, so the tables have to name all that is read. */
class StatementsTest {
  private static final Pattern TABLE = Pattern.compile("\\b(ACT_\\w+) (\\w)\\b");
  private static final Pattern COLUMN = Pattern.compile("\\b(\\w)\\.([A-Z0-9_]+_)(?!\\w)");
  private static final Map<String, List<String>> TABLES =
      Arrays.stream(SourceTable.values())
          .collect(Collectors.toMap(SourceTable::table, SourceTable::columns));

  @ParameterizedTest
  @EnumSource(SourceStatement.class)
  void a_statement_reads_declared_columns_only(SourceStatement statement) {
    Map<String, TreeSet<String>> tablesOf =
        TABLE
            .matcher(statement.sql())
            .results()
            .collect(
                Collectors.groupingBy(
                    table -> table.group(2),
                    Collectors.mapping(
                        table -> table.group(1), Collectors.toCollection(TreeSet::new))));
    assertThat(tablesOf).isNotEmpty();

    COLUMN
        .matcher(statement.sql())
        .results()
        .forEach(
            column ->
                assertThat(tablesOf.get(column.group(1)))
                    .as(column.group())
                    .allSatisfy(table -> assertThat(TABLES.get(table)).contains(column.group(2))));
  }

  @Test
  void every_declared_column_is_read() {
    TreeSet<String> read = new TreeSet<>();
    for (SourceStatement statement : SourceStatement.values()) {
      Map<String, String> tables =
          TABLE
              .matcher(statement.sql())
              .results()
              .collect(Collectors.toMap(t -> t.group(2), t -> t.group(1), (one, other) -> one));
      COLUMN
          .matcher(statement.sql())
          .results()
          .forEach(column -> read.add(tables.get(column.group(1)) + "." + column.group(2)));
    }
    TreeSet<String> declared = new TreeSet<>();
    TABLES.forEach(
        (table, columns) -> columns.forEach(column -> declared.add(table + "." + column)));

    assertThat(declared).isEqualTo(read);
  }
}
