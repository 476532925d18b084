package dev.outwork.api.history;

import java.time.Instant;
import java.util.List;

/**
 * An evaluated decision.
 *
 * @param removalTime time from which history clean-up may delete it; null if unknown or unlimited
 * @param processInstanceId the instance that evaluated the decision; null, as everything else about
 *     the instance, if a client evaluated it
 * @param collectResultValue the aggregate of a COLLECT table; null if there is none
 * @param rootDecisionInstanceId the decision that required this one; null if it was requested
 *     directly
 * @param decisionRequirementsDefinitionId null if its document has no other decision
 * @param inputs in the order of the columns; empty for a literal expression
 * @param outputs of the matching rules, in their order
 */
public record HistoricDecisionInstance(
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
    String activityId,
    String activityInstanceId,
    String userId,
    Double collectResultValue,
    String rootDecisionInstanceId,
    String decisionRequirementsDefinitionId,
    String decisionRequirementsDefinitionKey,
    String tenantId,
    List<HistoricDecisionClause> inputs,
    List<HistoricDecisionClause> outputs) {
  public HistoricDecisionInstance {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
