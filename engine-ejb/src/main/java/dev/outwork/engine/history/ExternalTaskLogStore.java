package dev.outwork.engine.history;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of external tasks in the database. */
@ApplicationScoped
public class ExternalTaskLogStore {
  private static final Insert<Line> APPEND =
      Insert.<Line>into("external_task_log")
          .column("id", Line::id)
          .column("logged_at", Line::loggedAt)
          .column("kind", Line::kind)
          .column("external_task_id", Line::externalTaskId)
          .column("topic_name", Line::topicName)
          .column("worker_id", Line::workerId)
          .column("priority", Line::priority)
          .column("retries", Line::retries)
          .column("error_message", Line::errorMessage)
          .column("error_details", Line::errorDetails)
          .column("activity_id", Line::activityId)
          .column("activity_instance_id", Line::activityInstanceId)
          .column("process_instance_id", Line::processInstanceId)
          .column("process_definition_id", Line::processDefinitionId)
          .column("definition_key", Line::definitionKey)
          .column("tenant_id", Line::tenantId);

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

  /**
   * One line.
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

  /** For the container's proxy. */
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
    return sql.text(ERROR_DETAILS.with("id", id));
  }

  /** Forgets the lines of instances that go for good. */
  public void forget(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }
}
