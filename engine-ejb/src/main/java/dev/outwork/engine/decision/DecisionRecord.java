package dev.outwork.engine.decision;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import java.time.Instant;

/**
 * A decision that was evaluated, to be kept.
 *
 * @param rootId the decision that required it; null if it was asked for itself
 * @param caller where in a process; {@code Caller.NONE} if a client asked
 */
public record DecisionRecord(
    String id,
    String rootId,
    DecisionDefinition definition,
    EvaluatedDecision evaluated,
    Instant evaluatedAt,
    Caller caller) {

  /** Who has asked; all null but the tenant if it was no process. */
  public record Caller(
      String processDefinitionId,
      String processDefinitionKey,
      String processInstanceId,
      String rootProcessInstanceId,
      String activityId,
      String activityInstanceId,
      String tenantId) {

    /** A client. */
    static Caller none(String tenantId) {
      return new Caller(null, null, null, null, null, null, tenantId);
    }
  }
}
