package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads and deletes the external task log in the database. */
@Collaborator
public class ExternalTaskLogStore {
  private static final Statement ERROR_DETAILS =
      Statement.of(
          """
          select l.error_details
            from external_task_log l
           where l.id = :id
          """);

  private static final Statement DELETE_OF_INSTANCES =
      Statement.of(
          """
          delete from external_task_log
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;

  @Inject
  ExternalTaskLogStore(Sql sql) {
    this.sql = sql;
  }

  Optional<String> errorDetails(String id) {
    return sql.text(ERROR_DETAILS.with("id", id));
  }

  /** Deletes the entries of instances that are deleted permanently. */
  public void forget(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }
}
