package dev.outwork.engine.history;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The external task log in the database. */
@ApplicationScoped
public class ExternalTaskLogStore {
  private static final Insert<Line> APPEND =
      new Insert<>(
          """
          insert into external_task_log (id, logged_at, kind, external_task_id, topic_name, worker_id, priority, retries,
                                         error_message, error_details, activity_id, activity_instance_id,
                                         process_instance_id, process_definition_id, definition_key, tenant_id)
          values <rows>
          """,
          line ->
              Arrays.asList(
                  line.id(),
                  line.loggedAt(),
                  line.kind(),
                  line.externalTaskId(),
                  line.topicName(),
                  line.workerId(),
                  line.priority(),
                  line.retries(),
                  line.errorMessage(),
                  line.errorDetails(),
                  line.activityId(),
                  line.activityInstanceId(),
                  line.processInstanceId(),
                  line.processDefinitionId(),
                  line.definitionKey(),
                  line.tenantId()));

  private static final String ERROR_DETAILS =
      """
      select l.error_details
        from external_task_log l
       where l.id = :id
      """;

  private static final String DELETE_OF_INSTANCES =
      """
      delete from external_task_log
       where process_instance_id in (<processInstanceIds>)
      """;

  private final Sql sql;

  /**
   * One entry.
   *
   * @param kind one of {@code CREATED}, {@code FAILED}, {@code SUCCESSFUL}, {@code DELETED}
   */
  public record Line(
      String id,
      Instant loggedAt,
      String kind,
      String externalTaskId,
      String topicName,
      String workerId,
      long priority,
      Integer retries,
      String errorMessage,
      String errorDetails,
      String activityId,
      String activityInstanceId,
      String processInstanceId,
      String processDefinitionId,
      String definitionKey,
      String tenantId) {}

  /** Required for the container's proxy. */
  protected ExternalTaskLogStore() {
    this(null);
  }

  @Inject
  ExternalTaskLogStore(Sql sql) {
    this.sql = sql;
  }

  public void append(List<Line> lines, Writes writes) {
    writes.insert(APPEND, lines);
  }

  Optional<String> errorDetails(String id) {
    return sql.ask(
        handle -> handle.createQuery(ERROR_DETAILS).bind("id", id).mapTo(String.class).findOne());
  }

  /** Deletes the entries of instances that are deleted permanently. */
  public void forget(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_OF_INSTANCES)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }
}
