package dev.outwork.rest.variable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.variable.VariableInstance;

/**
 * A variable of a running instance and its scope (docs/rest-api.md, "Variable instances").
 *
 * @param caseInstanceId always null, as {@code caseExecutionId}: there are no cases
 * @param batchId always null: batches have no variables
 * @param errorMessage reason why the value could not be deserialized; otherwise null
 */
public record VariableInstanceDto(
    @JsonUnwrapped VariableValueDto value,
    String id,
    String name,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String caseInstanceId,
    String caseExecutionId,
    String taskId,
    String batchId,
    String activityInstanceId,
    String errorMessage,
    String tenantId) {

  static VariableInstanceDto of(VariableInstance variable, DeserializedValue shown) {
    return new VariableInstanceDto(
        shown.value(),
        variable.id(),
        variable.name(),
        variable.processDefinitionId(),
        variable.processInstanceId(),
        variable.executionId(),
        null,
        null,
        variable.taskId(),
        null,
        variable.activityInstanceId(),
        shown.errorMessage(),
        variable.tenantId());
  }
}
