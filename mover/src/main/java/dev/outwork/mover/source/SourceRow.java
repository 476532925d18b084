package dev.outwork.mover.source;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row of the source by the names of its columns. A column that this version of the schema does
 * not have is null.
 */
final class SourceRow {
  private final ResultSet row;
  private final Set<String> columns;
  private final Calendar zone;

  private SourceRow(ResultSet row, Set<String> columns, Calendar zone) {
    this.row = row;
    this.columns = columns;
    this.zone = zone;
  }

  /**
   * The current row of a result, whichever that is.
   *
   * @param zone in which the engine of the source writes its times
   */
  static SourceRow of(ResultSet rows, Calendar zone) throws SQLException {
    ResultSetMetaData facts = rows.getMetaData();
    Set<String> columns = new TreeSet<>();
    for (int i = 1; i <= facts.getColumnCount(); i++) {
      columns.add(facts.getColumnLabel(i).toUpperCase(Locale.ROOT));
    }
    return new SourceRow(rows, columns, zone);
  }

  private boolean has(String column) {
    return columns.contains(column.toUpperCase(Locale.ROOT));
  }

  String text(String column) throws SQLException {
    return has(column) ? row.getString(column) : null;
  }

  Long number(String column) throws SQLException {
    if (!has(column)) {
      return null;
    }
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  Double fraction(String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  byte[] bytes(String column) throws SQLException {
    return row.getBytes(column);
  }

  Instant instant(String column) throws SQLException {
    if (!has(column)) {
      return null;
    }
    Timestamp value = row.getTimestamp(column, (Calendar) zone.clone());
    // No engine writes more exactly, but a default of the database may.
    return value == null ? null : value.toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** In which the engine of the source writes its times. */
  ZoneId zone() {
    return zone.getTimeZone().toZoneId();
  }

  /** The state in which tokens, tasks and jobs stand. */
  boolean isSuspended() throws SQLException {
    Long state = number("SUSPENSION_STATE_");
    return state != null && state == SourceSession.SUSPENDED;
  }
}
