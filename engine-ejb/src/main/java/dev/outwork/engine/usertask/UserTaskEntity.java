package dev.outwork.engine.usertask;

import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A user task, for lists; written by {@link UserTaskStore}. */
@Entity
@Table(name = "user_task")
public class UserTaskEntity {
  @Id private String id;

  @Enumerated(EnumType.STRING)
  private UserTaskState state;

  private String name;
  private String description;
  private String assignee;
  private String owner;

  @Column(name = "delegation_state")
  private String delegationState;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "follow_up_at")
  private Instant followUpAt;

  private Long priority;

  @Column(name = "form_key")
  private String formKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

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

  @Column(name = "business_key")
  private String businessKey;

  @Column(name = "tenant_id")
  private String tenantId;

  protected UserTaskEntity() {}

  boolean isOpen() {
    return endedAt == null;
  }

  String definitionKey() {
    return definitionKey;
  }

  Task toTask() {
    return new Task(
        id,
        details(),
        activityId,
        activityInstanceId,
        processInstanceId,
        processDefinitionId,
        createdAt,
        updatedAt,
        state == UserTaskState.SUSPENDED,
        formKey,
        tenantId);
  }

  private TaskDetails details() {
    return new TaskDetails(
        name,
        description,
        assignee,
        owner,
        Optional.ofNullable(delegationState).map(DelegationState::valueOf).orElse(null),
        dueAt,
        followUpAt,
        Math.toIntExact(priority));
  }
}
