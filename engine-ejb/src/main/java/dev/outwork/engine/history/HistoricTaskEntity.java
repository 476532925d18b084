package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricTaskInstance;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.TaskDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A user task, open or ended, for lists. */
@Entity
@Table(name = "user_task")
public class HistoricTaskEntity {
  @Id private String id;

  private String state;
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

  protected HistoricTaskEntity() {}

  String processInstanceId() {
    return processInstanceId;
  }

  HistoricTaskInstance toHistoricTaskInstance(Belonging instance) {
    return new HistoricTaskInstance(
        id,
        details(),
        activityId,
        activityId + ":" + activityInstanceId,
        activityInstanceId,
        processInstanceId,
        processDefinitionId,
        definitionKey,
        stateToShow(),
        createdAt,
        endedAt,
        tenantId,
        instance.removalTime(),
        instance.rootId());
  }

  private String stateToShow() {
    return switch (state) {
      case "COMPLETED" -> "Completed";
      case "DELETED" -> "Deleted";
      default -> updatedAt == null ? "Created" : "Updated";
    };
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
