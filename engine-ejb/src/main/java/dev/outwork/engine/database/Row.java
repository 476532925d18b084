package dev.outwork.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of a result, by column names; SQL nulls are null. */
public final class Row {
  private final ResultSet row;

  private Row(ResultSet row) {
    this.row = row;
  }

  /** Maps the current row of a result. */
  public static <T> T read(ResultSet row, Reader<T> reader) throws SQLException {
    return reader.read(new Row(row));
  }

  /** Maps a row to an object. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  public String text(String column) throws SQLException {
    return row.getString(column);
  }

  public boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  public Integer integer(String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  public Long number(String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  public Double fraction(String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  public byte[] bytes(String column) throws SQLException {
    return row.getBytes(column);
  }

  public Instant instant(String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
