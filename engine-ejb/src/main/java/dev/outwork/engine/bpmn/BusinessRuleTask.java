package dev.outwork.engine.bpmn;

import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.expression.Expression;

/**
 * Business rule task (BPMN 2.0, chapter 10.3.3) with a decision: evaluates it and continues.
 *
 * @param decisionRef yields the key of the decision
 * @param binding selects the version
 * @param version yields the version, or the version tag; null for the other bindings
 * @param tenantId yields the tenant; null for that of the process
 * @param result mapping of the decision result
 * @param resultVariable receives the result; null for none
 */
public record BusinessRuleTask(
    NodeInfo info,
    Expression decisionRef,
    Binding binding,
    Expression version,
    Expression tenantId,
    Result result,
    String resultVariable,
    String compensates)
    implements FlowNode {

  /** {@code camunda:mapDecisionResult}. */
  public enum Result {
    SINGLE_ENTRY,
    SINGLE_RESULT,
    COLLECT_ENTRIES,
    RESULT_LIST
  }

  @Override
  public void enter(Token token) {
    token.decide(this);
    token.workIsDone();
  }
}
