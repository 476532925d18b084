package dev.outwork.engine.history;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads and deletes the external task log in the database. */
@Collaborator
@Dependent
public class ExternalTaskLogStore {
  private static final Statement ERROR_DETAILS =
      Statement.of(
          """
          select l.error_details
            from external_task_log l
           where l.id = :id
          """);

  // The line of its creation has the id of the task, unless it was written before there was such a
  // rule, or came from another engine. A task that came without one is still open.
  private static final Statement INSTANCES_OF_TASK =
      Statement.of(
          """
          select l.process_instance_id
            from external_task_log l
           where l.id = :id
          union
          select l.process_instance_id
            from external_task_log l
           where l.external_task_id = :id
             and l.kind = 'CREATED'
             and l.id <> l.external_task_id
          union
          select t.process_instance_id
            from external_task t
           where t.id = :id
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

  /** The instance of a task, open or gone; none if it is unknown. */
  List<String> instancesOf(String externalTaskId) {
    return sql.texts(INSTANCES_OF_TASK.with("id", externalTaskId));
  }

  /** Deletes the entries of instances that are deleted permanently. */
  public void forget(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }
}
