package dev.outwork.rest.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.rest.variable.DeserializedValue;
import dev.outwork.rest.variable.VariableValueDto;
import java.time.Instant;

/**
 * A variable. Attributes that the engine does not have, such as cases, are always null.
 *
 * @param errorMessage reason why the value could not be deserialized; otherwise null
 * @param state always {@code CREATED}: removed variables are not recorded
 */
public record HistoricVariableInstanceDto(
    @JsonUnwrapped VariableValueDto value,
    String id,
    String name,
    String processDefinitionKey,
    String processDefinitionId,
    String processInstanceId,
    String executionId,
    String activityInstanceId,
    String caseDefinitionKey,
    String caseDefinitionId,
    String caseInstanceId,
    String caseExecutionId,
    String taskId,
    String errorMessage,
    String tenantId,
    String state,
    Instant createTime,
    Instant removalTime,
    String rootProcessInstanceId) {

  static HistoricVariableInstanceDto of(
      HistoricVariableInstance variable, DeserializedValue shown) {
    return new HistoricVariableInstanceDto(
        shown.value(),
        variable.id(),
        variable.name(),
        variable.processDefinitionKey(),
        variable.processDefinitionId(),
        variable.processInstanceId(),
        variable.executionId(),
        variable.activityInstanceId(),
        null,
        null,
        null,
        null,
        variable.taskId(),
        shown.errorMessage(),
        variable.tenantId(),
        "CREATED",
        variable.createTime(),
        variable.removalTime(),
        variable.rootProcessInstanceId());
  }
}
