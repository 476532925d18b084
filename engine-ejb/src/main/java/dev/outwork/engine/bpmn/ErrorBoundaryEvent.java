package dev.outwork.engine.bpmn;

/**
 * Error boundary event (BPMN 2.0, chapter 10.5.4): ends the activity that it is attached to and
 * goes on from here.
 *
 * @param attachedTo id of the activity
 * @param errorCode null to catch every error
 * @param errorCodeVariable where to put the code of the error that was caught; null for nowhere
 * @param errorMessageVariable where to put its message; null for nowhere
 */
public record ErrorBoundaryEvent(
    NodeInfo info,
    String attachedTo,
    String errorCode,
    String errorCodeVariable,
    String errorMessageVariable)
    implements FlowNode {

  /** Whether an error with this code is caught because of its code. */
  public boolean catchesExactly(String code) {
    return code.equals(errorCode);
  }

  /** Whether every error is caught. */
  public boolean catchesAll() {
    return errorCode == null;
  }

  @Override
  public void enter(Token token) {
    leave(token);
  }
}
