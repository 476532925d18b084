package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.VariableAssignment;

/** A service task whose expression sets a variable; it completes at once. */
public record AssignmentTask(NodeInfo info, VariableAssignment assignment, String compensates)
    implements FlowNode {
  @Override
  public void enter(Token token) {
    token.assign(assignment);
    token.workIsDone();
  }
}
