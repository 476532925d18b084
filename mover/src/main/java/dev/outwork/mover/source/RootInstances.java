package dev.outwork.mover.source;

import dev.outwork.mover.database.DatabaseConnection;
import java.util.ArrayList;
import java.util.List;

/** The root instances of a slice, in the order of their ids, some at a time. */
public final class RootInstances {
  private static final int MOST_IDS = 500;

  private static final String ROOTS =
      """
        from ACT_RU_EXECUTION e
        join ACT_RE_PROCDEF d
          on d.ID_ = e.PROC_DEF_ID_
       where e.PARENT_ID_ is null
         and e.SUPER_EXEC_ is null
         and e.ID_ > ?
      """;
  private static final String UNMARKED =
      " and not exists (select 1 from outwork_moved m where m.root_id = e.ID_)";
  private static final String MARKED =
      """
         and exists (select 1
                       from outwork_moved m
                      where m.root_id = e.ID_
                        and m.state = ?)
      """;
  private static final String STARTED_BEFORE =
      """
         and exists (select 1
                       from ACT_HI_PROCINST h
                      where h.PROC_INST_ID_ = e.ID_
                        and h.START_TIME_ < ?)
      """;

  /** Which of them. */
  public enum Which {
    /** Without asking for marks, of which there may be no tables yet. */
    ANY,
    UNMARKED,
    MOVED
  }

  private RootInstances() {}

  /** Those that come after an id; {@code after} is empty at first. */
  public static List<String> next(
      SourceSession session, Slice slice, Which which, String after, int most) {
    if (slice.ids().isEmpty()) {
      return find(session, slice, List.of(), which, after, most);
    }
    String last = after;
    while (true) {
      List<String> some = slice.idsAfter(last, Math.min(most, MOST_IDS));
      if (some.isEmpty()) {
        return List.of();
      }
      List<String> found = find(session, slice, some, which, last, most);
      if (!found.isEmpty()) {
        return found;
      }
      last = some.get(some.size() - 1);
    }
  }

  private static List<String> find(
      SourceSession session, Slice slice, List<String> ids, Which which, String after, int most) {
    List<Object> parameters = new ArrayList<>();
    String sql = where(slice, ids, which, after, parameters);
    List<String> found = new ArrayList<>();
    session.query(
        "select e.ID_ as root_id" + sql + " order by e.ID_",
        parameters,
        most,
        row -> found.add(row.text("root_id")));
    return found;
  }

  public static long count(SourceSession session, Slice slice, Which which) {
    if (!slice.ids().isEmpty()) {
      return slice.ids().size();
    }
    List<Object> parameters = new ArrayList<>();
    String sql = where(slice, List.of(), which, "", parameters);
    List<Long> found = new ArrayList<>();
    session.query(
        "select count(*) as instances" + sql,
        parameters,
        row -> found.add(row.number("instances")));
    return found.get(0);
  }

  // Each filter is one clause of its own, and its value a parameter.
  private static String where(
      Slice slice, List<String> ids, Which which, String after, List<Object> parameters) {
    StringBuilder sql = new StringBuilder(" ").append(ROOTS);
    parameters.add(after);
    switch (which) {
      case ANY -> {}
      case UNMARKED -> sql.append(UNMARKED);
      case MOVED -> add(sql, parameters, MARKED, SourceMarks.State.MOVED.name());
    }
    if (slice.startedBefore() != null) {
      add(sql, parameters, STARTED_BEFORE, slice.startedBefore());
    }
    addFilters(sql, parameters, "e", slice);
    addIds(sql, parameters, "e.ID_", ids);
    return sql.toString();
  }

  /** What a slice asks of a table that is called so, and of the definition of its rows. */
  static void addFilters(StringBuilder sql, List<Object> parameters, String table, Slice slice) {
    add(sql, parameters, " and d.KEY_ = ?", slice.definitionKey());
    add(sql, parameters, " and d.VERSION_ = ?", slice.version());
    add(sql, parameters, " and " + table + ".BUSINESS_KEY_ like ?", slice.businessKey());
    if ("".equals(slice.tenantId())) {
      sql.append(" and ").append(table).append(".TENANT_ID_ is null");
    } else {
      add(sql, parameters, " and " + table + ".TENANT_ID_ = ?", slice.tenantId());
    }
  }

  static void addIds(StringBuilder sql, List<Object> parameters, String column, List<String> ids) {
    if (!ids.isEmpty()) {
      sql.append(" and ")
          .append(column)
          .append(" in (")
          .append(DatabaseConnection.marks(ids.size()))
          .append(")");
      parameters.addAll(ids);
    }
  }

  static void add(StringBuilder sql, List<Object> all, String clause, Object value) {
    if (value != null) {
      sql.append(clause);
      all.add(value);
    }
  }
}
