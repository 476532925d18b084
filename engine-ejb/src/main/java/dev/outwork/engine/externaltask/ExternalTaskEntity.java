package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.engine.token.Instance.Definition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An external task, for lists; written by {@link ExternalTaskStore}. */
@Entity
@Table(name = "external_task")
public class ExternalTaskEntity {
  @Id private String id;

  @Column(name = "topic_name")
  private String topicName;

  @Enumerated(EnumType.STRING)
  private TaskState state;

  private Long priority;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "worker_id")
  private String workerId;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  private Integer retries;

  @Column(name = "error_message")
  private String errorMessage;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "activity_instance_id")
  private String activityInstanceId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "version_tag")
  private String versionTag;

  @Column(name = "business_key")
  private String businessKey;

  @Column(name = "tenant_id")
  private String tenantId;

  protected ExternalTaskEntity() {}

  ExternalTask toExternalTask() {
    return row().toExternalTask();
  }

  private TaskRow row() {
    return new TaskRow(
        id,
        topicName,
        state,
        priority,
        createdAt,
        new TaskRow.Lock(workerId, lockedUntil, null),
        new TaskRow.Trouble(retries, errorMessage, null),
        new TaskRow.AtActivity(activityInstanceId, activityId, null),
        new TaskRow.OfInstance(
            processInstanceId,
            new Definition(processDefinitionId, definitionKey, versionTag),
            businessKey,
            tenantId),
        TaskRow.Trace.NONE);
  }
}
