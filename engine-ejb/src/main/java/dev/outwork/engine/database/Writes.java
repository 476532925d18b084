package dev.outwork.engine.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The writes of a transaction, collected from the stores and sent at once: on PostgreSQL as one
 * statement, because a statement costs more than the few rows that it writes.
 *
 * <p>All parts see the database as it was before. So no row may be changed twice, no unique value
 * may be released and reused, and collected writes cannot be read before they are sent.
 */
public final class Writes {
  // A statement may have this many parameters plus those of one portion of rows; PostgreSQL allows
  // 65,535.
  private static final int MOST_PARAMETERS = 30_000;

  private final Sql sql;
  private final Map<Insert<?>, List<List<Object>>> inserts = new LinkedHashMap<>();
  private final Map<Statement, Ids> changes = new LinkedHashMap<>();

  /** The ids of rows, and a fallback if not all of them were changed. */
  private record Ids(List<String> ids, Consumer<List<String>> otherwise) {}

  /**
   * One statement.
   *
   * @param otherwise called if it changes fewer rows than {@code expected}; null for nothing
   */
  record Part(String sql, List<Object> parameters, int expected, Runnable otherwise) {
    boolean isCounted() {
      return otherwise != null;
    }
  }

  Writes(Sql sql) {
    this.sql = sql;
  }

  public <R> void insert(Insert<R> insert, Collection<R> rows) {
    List<List<Object>> all = inserts.computeIfAbsent(insert, any -> new ArrayList<>());
    rows.forEach(row -> all.add(insert.values(row)));
  }

  /**
   * Updates or deletes rows.
   *
   * @param statement has values for all of its parameters but one, and ends in {@code id in (:ids)}
   *     and what else has to be true
   */
  public void change(Statement statement, Collection<String> ids) {
    change(statement, ids, null);
  }

  /**
   * Updates or deletes rows; {@code otherwise} gets the ids of a statement that did not change all
   * of its rows.
   */
  public void change(
      Statement statement, Collection<String> ids, Consumer<List<String>> otherwise) {
    if (!ids.isEmpty()) {
      changes
          .computeIfAbsent(statement, any -> new Ids(new ArrayList<>(), otherwise))
          .ids()
          .addAll(ids);
    }
  }

  /** Executes all writes collected so far. */
  public void send() {
    List<Part> parts = new ArrayList<>();
    changes.forEach((change, ids) -> addTo(parts, change, ids));
    inserts.forEach((insert, rows) -> addTo(parts, insert, rows));
    changes.clear();
    inserts.clear();
    statements(parts).forEach(this::send);
  }

  /**
   * Executes the writes of several journeys, which change different rows: those that are alike in
   * one statement, as far as there are {@link Sizes} for it.
   */
  public static void sendAll(List<Writes> all) {
    Map<List<Object>, List<Writes>> alike = new LinkedHashMap<>();
    all.forEach(one -> alike.computeIfAbsent(one.shape(), any -> new ArrayList<>()).add(one));
    for (List<Writes> some : alike.values()) {
      Sizes.portions(some).forEach(portion -> together(portion).send());
    }
  }

  /** What its statement depends on, but for values. */
  private List<Object> shape() {
    List<Object> shape = new ArrayList<>();
    changes.forEach((change, ids) -> shape.addAll(List.of(change.toString(), ids.ids().size())));
    inserts.forEach((insert, rows) -> shape.addAll(List.of(insert, rows.size())));
    return shape;
  }

  private static Writes together(List<Writes> some) {
    Writes first = some.get(0);
    for (Writes other : some.subList(1, some.size())) {
      other.changes.forEach((change, ids) -> first.change(change, ids.ids(), ids.otherwise()));
      other.inserts.forEach(
          (insert, rows) ->
              first.inserts.computeIfAbsent(insert, any -> new ArrayList<>()).addAll(rows));
    }
    return first;
  }

  private List<List<Part>> statements(List<Part> parts) {
    List<List<Part>> statements = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += statements.get(statements.size() - 1).size()) {
      statements.add(parts.subList(from, endOfStatement(parts, from)));
    }
    return statements;
  }

  private int endOfStatement(List<Part> parts, int from) {
    if (sql.dialect() == Dialect.H2) {
      return from + 1;
    }
    int to = from;
    for (int parameters = 0; to < parts.size() && parameters < MOST_PARAMETERS; to++) {
      parameters += parts.get(to).parameters().size();
    }
    return to;
  }

  private void send(List<Part> statement) {
    List<Integer> changed = sql.write(statement);
    for (int i = 0; i < statement.size(); i++) {
      Part part = statement.get(i);
      if (part.isCounted() && changed.get(i) < part.expected()) {
        part.otherwise().run();
      }
    }
  }

  private static void addTo(List<Part> parts, Statement change, Ids all) {
    for (List<String> ids : Portions.of(all.ids())) {
      Statement some = change.with(Sql.IDS, ids);
      parts.add(
          new Part(
              some.sql(),
              some.parameters(),
              ids.size(),
              all.otherwise() == null ? null : () -> all.otherwise().accept(ids)));
    }
  }

  private static void addTo(List<Part> parts, Insert<?> insert, List<List<Object>> all) {
    for (List<List<Object>> rows : Portions.of(all)) {
      List<Object> parameters = rows.stream().flatMap(List::stream).toList();
      parts.add(new Part(insert.sql(rows.size()), parameters, rows.size(), null));
    }
  }
}
