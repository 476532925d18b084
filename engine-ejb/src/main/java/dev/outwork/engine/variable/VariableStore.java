package dev.outwork.engine.variable;

import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The variables in the database. */
@Collaborator
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

  private static final Statement OF_SCOPES =
      Statement.of(
          COLUMNS
              + """
                 where v.scope_id in (:ids)
                 order by v.id
                """);

  private static final String OF_SCOPES_IN_ARRAY =
      COLUMNS
          + """
             where v.scope_id = any (%s)
             order by v.id
            """;

  private static final String OF_SCOPES_FOUND =
      OF_SCOPES_IN_ARRAY.formatted("string_to_array((%s), ' ')");

  private static final Statement OF_SCOPES_GIVEN =
      Statement.of(OF_SCOPES_IN_ARRAY.formatted(":scopeIds"));

  private static final Statement CONTENT =
      Statement.of(
          """
          select v.bytes_value
            from variable v
           where v.id = :id
          """);

  private static final Insert<VariableRow> INSERT =
      Insert.<VariableRow>into("variable")
          .column("id", VariableRow::id)
          .column("process_instance_id", VariableRow::processInstanceId)
          .column("scope_id", VariableRow::scopeId)
          .column("name", VariableRow::name)
          .column("type", VariableRow::type)
          .column("text_value", VariableRow::textValue)
          .column("long_value", VariableRow::longValue)
          .column("double_value", VariableRow::doubleValue)
          .column("bytes_value", VariableRow::bytesValue)
          .column("value_info", VariableRow::valueInfo)
          .column("created_at", VariableRow::createdAt);

  private static final Statement UPDATE =
      Statement.of(
          """
          update variable
             set type = :type,
                 text_value = :text,
                 long_value = :long,
                 double_value = :double,
                 bytes_value = :bytes,
                 value_info = :info
           where id in (:ids)
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from variable
           where id in (:ids)
          """);

  private final Sql sql;

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
            OF_SCOPES_GIVEN.with("scopeIds", scopeIds.toArray(String[]::new)),
            VariableStore::variable)
        : sql.rowsOf(OF_SCOPES, scopeIds, VariableStore::variable);
  }

  /**
   * A query for the variables of scopes that are selected by an id; for PostgreSQL.
   *
   * @param scopeIds a query for the scopes' ids, separated by spaces, by {@code :id}
   */
  public static Function<String, Question<StoredVariable>> ofScopes(String scopeIds) {
    Statement statement = Statement.of(OF_SCOPES_FOUND.formatted(scopeIds));
    return id -> new Question<>(statement.with("id", id), VariableStore::variable);
  }

  private static StoredVariable variable(Row row) {
    return row(row).toVariable();
  }

  private static VariableRow row(Row row) {
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
    return sql.row(CONTENT.with("id", variableId), row -> row.bytes("bytes_value")).orElse(null);
  }

  /** Writes the changes of a transaction to the variables of an instance. */
  public void write(String processInstanceId, Variables variables, Instant now, Writes writes) {
    // Executed at once, because a name released here may be reused here.
    sql.updateOf(DELETE, variables.removed());
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
        UPDATE
            .with("type", row.type())
            .with("text", row.textValue())
            .with("long", row.longValue())
            .with("double", row.doubleValue())
            .with("bytes", row.bytesValue())
            .with("info", row.valueInfo()),
        List.of(row.id()));
  }
}
