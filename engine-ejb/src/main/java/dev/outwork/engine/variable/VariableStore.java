package dev.outwork.engine.variable;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The variables in the database. */
@ApplicationScoped
public class VariableStore implements ScopeLoader {
  private static final String COLUMNS =
      """
      select v.id,
             v.process_instance_id,
             v.scope_id,
             v.name,
             v.type,
             v.text_value,
             v.long_value,
             v.double_value,
             case when v.type = 'File' then null else v.bytes_value end as bytes_value,
             v.value_info,
             v.created_at
        from variable v
      """;

  private static final String OF_SCOPES =
      COLUMNS
          + """
             where v.scope_id in (<ids>)
             order by v.id
            """;

  private static final String OF_SCOPES_IN_ARRAY =
      COLUMNS
          + """
             where v.scope_id = any (%s)
             order by v.id
            """;

  private static final String OF_SCOPES_FOUND =
      OF_SCOPES_IN_ARRAY.formatted("string_to_array((%s), ' ')");

  private static final String OF_SCOPES_GIVEN = OF_SCOPES_IN_ARRAY.formatted("?");

  private static final String CONTENT =
      """
      select v.bytes_value
        from variable v
       where v.id = :id
      """;

  private static final Insert<VariableRow> INSERT =
      new Insert<>(
          """
          insert into variable (id, process_instance_id, scope_id, name, type, text_value, long_value, double_value,
                                bytes_value, value_info, created_at)
          values <rows>
          """,
          row ->
              Arrays.asList(
                  row.id(),
                  row.processInstanceId(),
                  row.scopeId(),
                  row.name(),
                  row.type(),
                  row.textValue(),
                  row.longValue(),
                  row.doubleValue(),
                  row.bytesValue(),
                  row.valueInfo(),
                  row.createdAt()));

  private static final String UPDATE =
      """
      update variable
         set type = ?,
             text_value = ?,
             long_value = ?,
             double_value = ?,
             bytes_value = ?,
             value_info = ?
       where id in (<ids>)
      """;

  private static final String DELETE =
      """
      delete from variable
       where id in (<ids>)
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected VariableStore() {
    this(null);
  }

  @Inject
  VariableStore(Sql sql) {
    this.sql = sql;
  }

  // One statement for any number of scopes; otherwise PostgreSQL would plan it anew for each
  // number.
  @Override
  public List<StoredVariable> load(Collection<String> scopeIds) {
    return sql.dialect() == Dialect.POSTGRESQL
        ? sql.rows(
            OF_SCOPES_GIVEN, VariableStore::variable, (Object) scopeIds.toArray(String[]::new))
        : sql.rowsOf(OF_SCOPES, VariableStore::variable, scopeIds);
  }

  /**
   * A query for the variables of scopes that are selected by an id; for PostgreSQL.
   *
   * @param scopeIds a query for the ids of the scopes, separated by spaces, with the id as
   *     parameter
   */
  public static Function<String, Question<StoredVariable>> ofScopes(String scopeIds) {
    String statement = OF_SCOPES_FOUND.formatted(scopeIds);
    return id -> new Question<>(statement, VariableStore::variable, id);
  }

  private static StoredVariable variable(Row row) throws SQLException {
    return row(row).toVariable();
  }

  private static VariableRow row(Row row) throws SQLException {
    return new VariableRow(
        row.text("id"),
        row.text("process_instance_id"),
        row.text("scope_id"),
        row.text("name"),
        row.text("type"),
        row.text("text_value"),
        row.number("long_value"),
        row.fraction("double_value"),
        row.bytes("bytes_value"),
        row.text("value_info"),
        row.instant("created_at"));
  }

  @Override
  public byte[] content(String variableId) {
    return sql.ask(
        handle -> handle.createQuery(CONTENT).bind("id", variableId).mapTo(byte[].class).one());
  }

  /** Writes the changes of a transaction to the variables of an instance. */
  public void write(String processInstanceId, Variables variables, Instant now, Writes writes) {
    // Executed at once, because a name released here may be reused here.
    for (List<String> ids : Portions.of(variables.removed())) {
      sql.tell(handle -> handle.createUpdate(DELETE).bindList("ids", ids).execute());
    }
    for (Variables.Change change : variables.changes()) {
      VariableRow row =
          VariableRow.of(
              change.id(), processInstanceId, change.scopeId(), change.name(), change.value(), now);
      if (change.isNew()) {
        writes.insert(INSERT, List.of(row));
      } else {
        update(row, writes);
      }
    }
  }

  private static void update(VariableRow row, Writes writes) {
    writes.change(
        UPDATE,
        List.of(row.id()),
        row.type(),
        row.textValue(),
        row.longValue(),
        row.doubleValue(),
        row.bytesValue(),
        row.valueInfo());
  }
}
