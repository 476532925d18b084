package dev.outwork.engine.bpmn;

/**
 * Start event of a process, sub-process or event sub-process (BPMN 2.0, chapter 10.5.2): where the
 * token begins.
 *
 * @param trigger what begins a process with this event; that of an event sub-process stands with
 *     {@link EventSubProcess}
 */
public record StartEvent(NodeInfo info, Trigger trigger) implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
