package dev.outwork.engine.instance;

import dev.outwork.api.instance.Execution;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A running instance or activity; a view. */
@Entity
@Table(name = "running_execution")
public class ExecutionEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "process_definition_id")
  private String definitionId;

  @Column(name = "definition_key")
  private String definitionKey;

  @Column(name = "business_key")
  private String businessKey;

  @Column(name = "tenant_id")
  private String tenantId;

  private String state;

  protected ExecutionEntity() {}

  String definitionKey() {
    return definitionKey;
  }

  Execution toExecution() {
    return new Execution(id, processInstanceId, false, tenantId);
  }
}
