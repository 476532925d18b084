package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.VariableAssignment;

/** A task whose expression sets a variable, or runs no code; it completes at once. */
public record AssignmentTask(NodeInfo info, VariableAssignment assignment, String compensates)
    implements FlowNode {
  @Override
  public void enter(Token token) {
    token.assign(assignment);
    token.workIsDone();
  }
}
