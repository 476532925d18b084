package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * Event sub-process (BPMN 2.0, chapter 10.3.5): triggered while the surrounding scope is running;
 * ends all other tokens in that scope if it interrupts. With a compensation start event it is the
 * compensation handler of the completed sub-process that contains it.
 *
 * @param startId id of its start event
 * @param isInterrupting that of its start event; a compensation handler interrupts nothing
 */
public record EventSubProcess(
    NodeInfo info, String startId, boolean isInterrupting, Trigger trigger)
    implements CatchingNode {
  @Override
  public String eventId() {
    return startId;
  }

  @Override
  public String compensates() {
    return trigger instanceof CompensationTrigger ? info.scopeId() : null;
  }

  @Override
  public void enter(Token token) {
    token.beginInside(startId);
  }

  @Override
  public void leave(Token token) {
    token.leave(List.of());
  }

  @Override
  public void occur(Token owner) {
    if (isInterrupting) {
      owner.interruptInside();
    }
    owner.beginInside(id());
  }
}
