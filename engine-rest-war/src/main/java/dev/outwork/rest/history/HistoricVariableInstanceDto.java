package dev.outwork.rest.history;

import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import java.time.Instant;
import java.util.Map;

/**
 * A variable. What the engine has not, such as cases, is always null.
 *
 * @param state always {@code CREATED}: a variable that was removed leaves nothing behind
 */
public record HistoricVariableInstanceDto(
    String type,
    Object value,
    Map<String, Object> valueInfo,
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

  static HistoricVariableInstanceDto of(HistoricVariableInstance variable) {
    VariableValueDto value = VariableWriter.write(variable.value());
    return new HistoricVariableInstanceDto(
        value.type(),
        value.value(),
        value.valueInfo(),
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
        null,
        variable.tenantId(),
        "CREATED",
        variable.createTime(),
        variable.removalTime(),
        variable.rootProcessInstanceId());
  }
}
