package dev.outwork.engine.variable;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The variables in the database. */
@ApplicationScoped
public class VariableStore implements ScopeLoader {
  private static final String OF_SCOPES =
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
       where v.scope_id in (<scopeIds>)
       order by v.id
      """;

  private static final String CONTENT =
      """
      select v.bytes_value
        from variable v
       where v.id = :id
      """;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "processInstanceId",
          "scopeId",
          "name",
          "type",
          "textValue",
          "longValue",
          "doubleValue",
          "bytesValue",
          "valueInfo",
          "createdAt");

  private static final String INSERT =
      """
      insert into variable (id, process_instance_id, scope_id, name, type, text_value, long_value, double_value,
                            bytes_value, value_info, created_at)
      values <rows>
      """;

  private static final String UPDATE =
      """
      update variable
         set type = :type,
             text_value = :textValue,
             long_value = :longValue,
             double_value = :doubleValue,
             bytes_value = :bytesValue,
             value_info = :valueInfo
       where id = :id
      """;

  private static final String DELETE =
      """
      delete from variable
       where id in (<ids>)
      """;

  private final Sql sql;

  /** For the container's proxy. */
  protected VariableStore() {
    this(null);
  }

  @Inject
  VariableStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<StoredVariable> load(Collection<String> scopeIds) {
    return sql.ask(
        handle ->
            Portions.of(List.copyOf(scopeIds)).stream()
                .flatMap(some -> load(handle, some).stream())
                .toList());
  }

  private static List<StoredVariable> load(Handle handle, List<String> scopeIds) {
    return handle
        .createQuery(OF_SCOPES)
        .bindList("scopeIds", scopeIds)
        .map(ConstructorMapper.of(VariableRow.class))
        .map(VariableRow::toVariable)
        .list();
  }

  @Override
  public byte[] content(String variableId) {
    return sql.ask(
        handle -> handle.createQuery(CONTENT).bind("id", variableId).mapTo(byte[].class).one());
  }

  /** Writes what a transaction has changed in the variables of an instance. */
  public void write(String processInstanceId, Variables variables, Instant now) {
    List<Variables.Change> changes = variables.changes();
    if (changes.isEmpty() && variables.removed().isEmpty()) {
      return;
    }
    sql.tell(
        handle -> {
          insert(handle, rows(changes, true, processInstanceId, now));
          update(handle, rows(changes, false, processInstanceId, now));
          for (List<String> ids : Portions.of(variables.removed())) {
            handle.createUpdate(DELETE).bindList("ids", ids).execute();
          }
        });
  }

  private static List<VariableRow> rows(
      List<Variables.Change> changes, boolean isNew, String processInstanceId, Instant now) {
    return changes.stream()
        .filter(change -> change.isNew() == isNew)
        .map(
            change ->
                VariableRow.of(
                    change.id(),
                    processInstanceId,
                    change.scopeId(),
                    change.name(),
                    change.value(),
                    now))
        .toList();
  }

  private static void insert(Handle handle, List<VariableRow> rows) {
    for (List<VariableRow> some : Portions.of(rows)) {
      handle.createUpdate(INSERT).bindMethodsList("rows", some, COLUMNS).execute();
    }
  }

  private static void update(Handle handle, List<VariableRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(UPDATE);
    rows.forEach(row -> batch.bindMethods(row).add());
    batch.execute();
  }
}
