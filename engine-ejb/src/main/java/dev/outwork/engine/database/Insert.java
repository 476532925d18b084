package dev.outwork.engine.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How to insert rows of a table: each column stands beside its value. Immutable. */
public final class Insert<R> {
  private final String table;
  private final List<Column<R>> columns;
  private final String intoColumns;
  private final String row;

  private record Column<R>(String name, Function<R, ?> value) {}

  private Insert(String table, List<Column<R>> columns) {
    this.table = table;
    this.columns = columns;
    // Put together here and not for each statement: most statements of the engine insert rows.
    this.intoColumns = "insert into " + table + " (" + names(columns) + ")\nvalues ";
    this.row = "(" + StatementText.marks(columns.size()) + ")";
  }

  private static String names(List<? extends Column<?>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  public static <R> Insert<R> into(String table) {
    return new Insert<>(table, List.of());
  }

  /** The same with one more column, and what its value is of a row. */
  public Insert<R> column(String name, Function<R, ?> value) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(new Column<>(name, value));
    return new Insert<>(table, more);
  }

  /** The same columns for a query, of a table with this alias. */
  public String columns(String alias) {
    return columns.stream()
        .map(column -> alias + "." + column.name())
        .collect(Collectors.joining(", "));
  }

  /** The text for a number of rows, with a question mark for each of their values. */
  String sql(int rows) {
    return intoColumns + String.join(", ", Collections.nCopies(rows, row)) + "\n";
  }

  /** The values of a row, in the order of the columns. */
  List<Object> values(R row) {
    List<Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.value().apply(row)));
    return values;
  }
}
