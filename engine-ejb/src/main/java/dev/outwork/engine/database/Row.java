package dev.outwork.engine.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of a result, by column names; SQL nulls are null. */
public final class Row {
  private final ResultSet row;

  Row(ResultSet row) {
    this.row = row;
  }

  /** Maps a row to an object. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Row row);
  }

  /** How JDBC gives a value. */
  @FunctionalInterface
  private interface Value<T> {
    T get() throws SQLException;
  }

  public String text(String column) {
    return value(column, () -> row.getString(column));
  }

  /** The text in the only column. */
  String only() {
    return value("1", () -> row.getString(1));
  }

  public boolean flag(String column) {
    return value(column, () -> row.getBoolean(column));
  }

  public Integer integer(String column) {
    return value(column, () -> orNull(row.getInt(column)));
  }

  public Long number(String column) {
    return value(column, () -> orNull(row.getLong(column)));
  }

  public Double fraction(String column) {
    return value(column, () -> orNull(row.getDouble(column)));
  }

  public byte[] bytes(String column) {
    return value(column, () -> row.getBytes(column));
  }

  public Instant instant(String column) {
    OffsetDateTime value = value(column, () -> row.getObject(column, OffsetDateTime.class));
    if (value == null) {
      return null;
    }
    Instant instant = value.toInstant();
    return instant.isBefore(Jdbc.ONE_CALENDAR)
        ? value(column, () -> row.getTimestamp(column)).toInstant()
        : instant;
  }

  /** The constant of this name. */
  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    String name = text(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  // For primitive values, which JDBC gives as 0 where there is none.
  private <T> T orNull(T value) throws SQLException {
    return row.wasNull() ? null : value;
  }

  private static <T> T value(String column, Value<T> value) {
    try {
      return value.get();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database does not give column '%s'".formatted(column), e);
    }
  }
}
