package dev.outwork.engine.database;

import dev.outwork.engine.database.Writes.Part;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Executes statements with positional parameters on a connection. */
final class Jdbc {
  private Jdbc() {}

  static <T> List<T> rows(
      Connection connection, String statement, Row.Reader<T> reader, List<?> parameters)
      throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(statement)) {
      bind(question, parameters);
      try (ResultSet result = question.executeQuery()) {
        return rows(result, reader);
      }
    }
  }

  private static <T> List<T> rows(ResultSet result, Row.Reader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    while (result.next()) {
      rows.add(Row.read(result, reader));
    }
    return rows;
  }

  /** Executes queries one after the other. */
  static void ask(Connection connection, Question<?>... questions) throws SQLException {
    for (Question<?> question : questions) {
      ask(connection, question);
    }
  }

  private static <T> void ask(Connection connection, Question<T> question) throws SQLException {
    question.answer(
        rows(connection, question.statement(), question.reader(), question.parameters()));
  }

  /** Sends all queries at once, for PostgreSQL, which answers them in order. */
  static void askTogether(Connection connection, Question<?>... questions) throws SQLException {
    String statements =
        Arrays.stream(questions).map(Question::statement).collect(Collectors.joining(";\n"));
    try (PreparedStatement all = connection.prepareStatement(statements)) {
      bind(all, Arrays.stream(questions).flatMap(each -> each.parameters().stream()).toList());
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
        ? List.of(alone(connection, parts.get(0)))
        : together(connection, parts);
  }

  private static int alone(Connection connection, Part part) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(part.statement())) {
      bind(change, part.parameters());
      return change.executeUpdate();
    }
  }

  private static List<Integer> together(Connection connection, List<Part> parts)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(Statements.together(parts))) {
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

  private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
    int number = 0;
    for (Object value : parameters) {
      statement.setObject(
          ++number, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }
}
