package dev.outwork.engine.decision;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import java.time.Instant;

/**
 * An evaluated decision to store.
 *
 * @param rootId the decision that required it; null if it was requested directly
 * @param caller the activity that evaluated it; {@code Caller.NONE} for a client
 */
public record DecisionRecord(
    String id,
    String rootId,
    DecisionDefinition definition,
    EvaluatedDecision evaluated,
    Instant evaluatedAt,
    Caller caller) {

  /**
   * The caller of a decision; all null but tenant and user if it was no process.
   *
   * @param userId the client that requested the decision; null for a process, and if the call is
   *     anonymous
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
