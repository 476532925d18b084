package dev.outwork.engine.bpmn;

/**
 * Compensation throw or end event (BPMN 2.0, chapter 10.7): compensates completed activities of its
 * scope, the latest first, and continues when all are compensated.
 *
 * @param activityRef the one activity to compensate; null for all
 */
public record CompensationThrowEvent(NodeInfo info, String activityRef) implements FlowNode {
  @Override
  public void enter(Token token) {
    if (!token.compensate(activityRef)) {
      token.workIsDone();
    }
  }
}
