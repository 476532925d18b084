package dev.outwork.mover.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who adds a column to a table of the engine says here what becomes of it in a move. */
class TargetTableTest {
  private static final Set<String> GENERATED = Set.of("duration");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_column_of_the_tables_is_written(TestDatabase database) throws SQLException {
    try (TestEngine engine = TestEngine.on(database);
        Connection connection = engine.database().getConnection()) {
      for (TargetTable table : TargetTable.values()) {
        Set<String> columns = columns(connection, table.table());
        columns.removeAll(GENERATED);

        assertThat(new TreeSet<>(table.columns())).as(table.table()).isEqualTo(columns);
      }
    }
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select lower(c.column_name)
              from information_schema.columns c
             where lower(c.table_name) = ?
               and lower(c.table_schema) = 'public'
            """)) {
      query.setString(1, table);
      Set<String> columns = new TreeSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
      return columns;
    }
  }
}
