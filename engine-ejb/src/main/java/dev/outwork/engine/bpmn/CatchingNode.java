package dev.outwork.engine.bpmn;

/** A node with a trigger: it waits for the trigger, or starts with it. */
public sealed interface CatchingNode extends FlowNode
    permits IntermediateCatchEvent, ReceiveTask, BoundaryEvent, EventSubProcess {

  Trigger trigger();

  /**
   * The trigger has occurred.
   *
   * @param owner the token that was waiting: the one at this node or at the event-based gateway
   *     before it, the activity that a boundary event is attached to, or the scope of an event
   *     sub-process
   */
  void occur(Token owner);

  /** Id of the event of the trigger, under which subscriptions are listed. */
  default String eventId() {
    return id();
  }

  /** Whether it interrupts its activity or scope, and so occurs at most once. */
  default boolean isInterrupting() {
    return true;
  }
}
