package dev.outwork.engine.database;

import dev.outwork.engine.database.Writes.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Executes statements on a connection. */
final class Jdbc {
  private Jdbc() {}

  static <T> List<T> rows(Connection connection, Statement statement, Row.Reader<T> reader)
      throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(statement.sql())) {
      bind(question, statement.parameters());
      try (ResultSet result = question.executeQuery()) {
        return rows(result, reader);
      }
    }
  }

  private static <T> List<T> rows(ResultSet result, Row.Reader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    Row row = new Row(result);
    while (result.next()) {
      rows.add(reader.read(row));
    }
    return rows;
  }

  /** How many rows a statement has changed; 0 if it changes none. */
  static int update(Connection connection, String sql, List<Object> parameters)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      bind(change, parameters);
      return change.executeUpdate();
    }
  }

  /** Executes queries one after the other. */
  static void ask(Connection connection, Question<?>... questions) throws SQLException {
    for (Question<?> question : questions) {
      ask(connection, question);
    }
  }

  private static <T> void ask(Connection connection, Question<T> question) throws SQLException {
    question.answer(rows(connection, question.statement(), question.reader()));
  }

  /** Sends all queries at once, for PostgreSQL, which answers them in order. */
  static void askTogether(Connection connection, Question<?>... questions) throws SQLException {
    String statements =
        Arrays.stream(questions)
            .map(question -> question.statement().sql())
            .collect(Collectors.joining(";\n"));
    try (PreparedStatement all = connection.prepareStatement(statements)) {
      bind(
          all,
          Arrays.stream(questions)
              .flatMap(question -> question.statement().parameters().stream())
              .toList());
      all.execute();
      for (Question<?> question : questions) {
        answer(question, all);
        all.getMoreResults();
      }
    }
  }

  private static <T> void answer(Question<T> question, PreparedStatement executed)
      throws SQLException {
    try (ResultSet result = executed.getResultSet()) {
      question.answer(rows(result, question.reader()));
    }
  }

  /** The number of rows that each part has changed, where it is counted. */
  static List<Integer> write(Connection connection, List<Part> parts) throws SQLException {
    return parts.size() == 1
        ? List.of(update(connection, parts.get(0).sql(), parts.get(0).parameters()))
        : together(connection, parts);
  }

  private static List<Integer> together(Connection connection, List<Part> parts)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(together(parts))) {
      bind(change, parts.stream().flatMap(part -> part.parameters().stream()).toList());
      try (ResultSet counts = change.executeQuery()) {
        counts.next();
        List<Integer> changed = new ArrayList<>();
        int column = 0;
        for (Part part : parts) {
          changed.add(part.isCounted() ? counts.getInt(++column) : part.expected());
        }
        return changed;
      }
    }
  }

  /**
   * One statement of several that change rows. Its result has one row, and a column for each that
   * is counted. PostgreSQL executes them all, whether anybody asks for their rows or not.
   */
  private static String together(List<Part> parts) {
    // By hand: what formats a text takes longer than the text is worth, for each statement.
    StringBuilder all = new StringBuilder("with ");
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      all.append(i == 0 ? "part_" : ",\npart_").append(i).append(" as (\n").append(part.sql());
      if (part.isCounted()) {
        all.append("returning id\n");
        counts.append(counts.isEmpty() ? "" : ", ");
        counts.append("(select count(*) from part_").append(i).append(')');
      }
      all.append(')');
    }
    return all.append("\nselect ").append(counts.isEmpty() ? "0" : counts).toString();
  }

  private static void bind(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    int number = 0;
    for (Object value : parameters) {
      statement.setObject(++number, stored(value));
    }
  }

  private static Object stored(Object value) {
    if (value instanceof Instant instant) {
      return instant.isBefore(Row.ONE_CALENDAR)
          ? Timestamp.from(instant)
          : instant.atOffset(ZoneOffset.UTC);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
