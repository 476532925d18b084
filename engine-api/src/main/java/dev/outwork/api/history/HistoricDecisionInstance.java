package dev.outwork.api.history;

import java.time.Instant;
import java.util.List;

/**
 * A decision that was evaluated.
 *
 * @param removalTime since when it may go; null if that is not known, or never
 * @param processInstanceId the instance for which it was evaluated; null, as all that belongs to
 *     it, if a client has asked
 * @param collectResultValue what a COLLECT table has aggregated; null if it has not
 * @param rootDecisionInstanceId the decision that required it; null if it was asked for itself
 * @param decisionRequirementsDefinitionId null if its document has no other decision
 * @param inputs in the order of the columns; none for a literal expression
 * @param outputs of the rules that matched, in their order
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
