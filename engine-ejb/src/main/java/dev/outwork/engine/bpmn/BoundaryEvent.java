package dev.outwork.engine.bpmn;

/**
 * Boundary event (BPMN 2.0, chapter 10.5.4): goes on from here when its trigger happens while the
 * activity is under way, and ends the activity if it interrupts.
 *
 * @param attachedTo id of the activity; of the body if that is multi-instance
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
