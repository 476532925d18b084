package dev.outwork.engine.bpmn;

/**
 * Boundary event (BPMN 2.0, chapter 10.5.4): triggered while the activity is running; ends the
 * activity if it interrupts.
 *
 * @param attachedTo id of the activity; of the body of a multi-instance activity
 * @param isInterrupting {@code cancelActivity}
 */
public record BoundaryEvent(
    NodeInfo info, String attachedTo, boolean isInterrupting, Trigger trigger)
    implements CatchingNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }

  @Override
  public void occur(Token owner) {
    if (isInterrupting) {
      owner.interrupt();
    }
    owner.beginBeside(this);
  }
}
