package dev.outwork.engine.decision;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import java.time.Instant;

/**
 * A decision that was evaluated, to be kept.
 *
 * @param rootId the decision that required it; null if it was asked for itself
 * @param caller where in a process, or which client
 */
public record DecisionRecord(
    String id,
    String rootId,
    DecisionDefinition definition,
    EvaluatedDecision evaluated,
    Instant evaluatedAt,
    Caller caller) {

  /**
   * Who has asked; all null but tenant and user if it was no process.
   *
   * @param userId who has asked by himself; null for a process, and if nobody has logged in
   */
  public record Caller(
      String processDefinitionId,
      String processDefinitionKey,
      String processInstanceId,
      String rootProcessInstanceId,
      String activityId,
      String activityInstanceId,
      String tenantId,
      String userId) {

    /** A client. */
    static Caller client(String tenantId, String userId) {
      return new Caller(null, null, null, null, null, null, tenantId, userId);
    }
  }
}
