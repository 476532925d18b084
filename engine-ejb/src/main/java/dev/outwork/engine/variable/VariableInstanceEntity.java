package dev.outwork.engine.variable;

import dev.outwork.api.variable.VariableInstance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A variable of a running instance, for lists, without the content of files and bytes; a view. */
@Entity
@Table(name = "running_variable")
public class VariableInstanceEntity {
  @Id private String id;

  @Column(name = "process_instance_id")
  private String processInstanceId;

  @Column(name = "scope_id")
  private String scopeId;

  private String name;
  private String type;

  @Column(name = "text_value")
  private String textValue;

  @Column(name = "long_value")
  private Long longValue;

  @Column(name = "double_value")
  private Double doubleValue;

  @Column(name = "value_info")
  private String valueInfo;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "process_definition_id")
  private String processDefinitionId;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "execution_id")
  private String executionId;

  @Column(name = "activity_id")
  private String activityId;

  @Column(name = "task_id")
  private String taskId;

  protected VariableInstanceEntity() {}

  /**
   * @param content of a file or of bytes; null to leave it out
   */
  public VariableInstance toVariableInstance(byte[] content) {
    VariableRow row =
        new VariableRow(
            id,
            processInstanceId,
            scopeId,
            name,
            type,
            new Columns(textValue, longValue, doubleValue, content),
            valueInfo,
            createdAt);
    return new VariableInstance(
        id,
        name,
        row.toVariable().value(),
        processDefinitionId,
        processInstanceId,
        executionId,
        taskId,
        activityId == null ? executionId : activityId + ":" + executionId,
        tenantId);
  }
}
