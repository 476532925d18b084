package dev.outwork.engine.history;

import dev.outwork.api.history.ExternalTaskLog;
import dev.outwork.engine.instance.ProcessInstanceEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** An entry of the external task log, for lists. */
@Entity
@Table(name = "external_task_log")
public class ExternalTaskLogEntity {
  @Id private String id;

  @Column(name = "logged_at")
  private Instant loggedAt;

  private String kind;

  @Column(name = "external_task_id")
  private String externalTaskId;

  @Column(name = "topic_name")
  private String topicName;

  @Column(name = "worker_id")
  private String workerId;

  private Long priority;
  private Integer retries;

  @Column(name = "error_message")
  private String errorMessage;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "activity_instance_id")
  private String activityInstanceId;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @ManyToOne(fetch = FetchType.LAZY, cascade = CascadeType.DETACH)
  @JoinColumn(name = "process_instance_id", insertable = false, updatable = false)
  private ProcessInstanceEntity instance;

  @Column(name = "tenant_id")
  private String tenantId;

  protected ExternalTaskLogEntity() {}

  String processInstanceId() {
    return processInstanceId;
  }

  ExternalTaskLog toExternalTaskLog(Belonging belonging) {
    return new ExternalTaskLog(
        id,
        loggedAt,
        belonging.removalTime(),
        ExternalTaskLog.Kind.valueOf(kind),
        externalTaskId,
        topicName,
        workerId,
        priority,
        retries,
        errorMessage,
        activityId,
        activityId + ":" + activityInstanceId,
        activityInstanceId,
        processInstanceId,
        belonging.definitionId(),
        belonging.definitionKey(),
        tenantId,
        belonging.rootId());
  }
}
