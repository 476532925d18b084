package dev.outwork.rest.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.outwork.api.history.HistoricDecisionClause;
import dev.outwork.api.history.HistoricDecisionInstance;
import dev.outwork.rest.variable.DeserializedValue;
import dev.outwork.rest.variable.VariableValueDto;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An evaluated decision.
 *
 * @param inputs absent unless requested
 * @param outputs absent unless requested
 * @param caseDefinitionId always null, as all case attributes: there are no cases
 */
public record HistoricDecisionInstanceDto(
    String id,
    String decisionDefinitionId,
    String decisionDefinitionKey,
    String decisionDefinitionName,
    Instant evaluationTime,
    Instant removalTime,
    String processDefinitionId,
    String processDefinitionKey,
    String processInstanceId,
    String rootProcessInstanceId,
    String caseDefinitionId,
    String caseDefinitionKey,
    String caseInstanceId,
    String activityId,
    String activityInstanceId,
    String userId,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<InputDto> inputs,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<OutputDto> outputs,
    Double collectResultValue,
    String rootDecisionInstanceId,
    String decisionRequirementsDefinitionId,
    String decisionRequirementsDefinitionKey,
    String tenantId) {

  /** The input of a column. */
  public record InputDto(
      String type,
      Object value,
      Map<String, Object> valueInfo,
      String id,
      String decisionInstanceId,
      String clauseId,
      String clauseName,
      String errorMessage,
      Instant createTime,
      Instant removalTime,
      String rootProcessInstanceId) {}

  /** An output of a matching rule. */
  public record OutputDto(
      String type,
      Object value,
      Map<String, Object> valueInfo,
      String id,
      String decisionInstanceId,
      String clauseId,
      String clauseName,
      String ruleId,
      Integer ruleOrder,
      String variableName,
      String errorMessage,
      Instant createTime,
      Instant removalTime,
      String rootProcessInstanceId) {}

  /**
   * The requested details.
   *
   * @param deserialize whether objects are deserialized
   */
  record Wanted(boolean inputs, boolean outputs, boolean deserialize) {}

  static HistoricDecisionInstanceDto of(HistoricDecisionInstance instance, Wanted wanted) {
    return new HistoricDecisionInstanceDto(
        instance.id(),
        instance.decisionDefinitionId(),
        instance.decisionDefinitionKey(),
        instance.decisionDefinitionName(),
        instance.evaluationTime(),
        instance.removalTime(),
        instance.processDefinitionId(),
        instance.processDefinitionKey(),
        instance.processInstanceId(),
        instance.rootProcessInstanceId(),
        null,
        null,
        null,
        instance.activityId(),
        instance.activityInstanceId(),
        instance.userId(),
        wanted.inputs()
            ? instance.inputs().stream().map(each -> input(instance, each, wanted)).toList()
            : null,
        wanted.outputs()
            ? instance.outputs().stream().map(each -> output(instance, each, wanted)).toList()
            : null,
        instance.collectResultValue(),
        instance.rootDecisionInstanceId(),
        instance.decisionRequirementsDefinitionId(),
        instance.decisionRequirementsDefinitionKey(),
        instance.tenantId());
  }

  private static InputDto input(
      HistoricDecisionInstance instance, HistoricDecisionClause input, Wanted wanted) {
    VariableValueDto value = DeserializedValue.of(input.value(), wanted.deserialize()).value();
    return new InputDto(
        value.type(),
        value.value(),
        value.valueInfo(),
        input.id(),
        instance.id(),
        input.clauseId(),
        input.clauseName(),
        null,
        instance.evaluationTime(),
        instance.removalTime(),
        instance.rootProcessInstanceId());
  }

  private static OutputDto output(
      HistoricDecisionInstance instance, HistoricDecisionClause output, Wanted wanted) {
    VariableValueDto value = DeserializedValue.of(output.value(), wanted.deserialize()).value();
    return new OutputDto(
        value.type(),
        value.value(),
        value.valueInfo(),
        output.id(),
        instance.id(),
        output.clauseId(),
        output.clauseName(),
        output.ruleId(),
        output.ruleOrder(),
        output.variableName(),
        null,
        instance.evaluationTime(),
        instance.removalTime(),
        instance.rootProcessInstanceId());
  }
}
