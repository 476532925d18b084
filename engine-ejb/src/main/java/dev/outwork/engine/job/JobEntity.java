package dev.outwork.engine.job;

import dev.outwork.api.job.Job;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A job, for lists; written by {@link JobStore}. */
@Entity
@Table(name = "job")
public class JobEntity {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  private JobType type;

  @Column(name = "execution_id")
  private String executionId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "due_at")
  private Instant dueAt;

  private int retries;
  private long priority;
  private boolean suspended;

  @Column(name = "exception_message")
  private String exceptionMessage;

  @Column(name = "failed_activity_id")
  private String failedActivityId;

  @Column(name = "created_at")
  private Instant createdAt;

  protected JobEntity() {}

  Job toJob() {
    return new Job(
        id,
        processInstanceId,
        processDefinitionId,
        definitionKey,
        executionId,
        exceptionMessage,
        failedActivityId,
        retries,
        dueAt,
        suspended,
        priority,
        tenantId,
        createdAt);
  }
}
