package dev.outwork.engine.bpmn;

/** A node that something has to happen to: it waits for its trigger, or begins with it. */
public sealed interface CatchingNode extends FlowNode
    permits IntermediateCatchEvent, ReceiveTask, BoundaryEvent, EventSubProcess {

  Trigger trigger();

  /**
   * Its trigger has happened.
   *
   * @param owner the token on whose behalf the engine watched: the one that waits here or at the
   *     event-based gateway before, the activity that a boundary event is attached to, the scope of
   *     an event sub-process
   */
  void occur(Token owner);

  /** Id of the event at which its trigger happens, by which whoever waits for it is listed. */
  default String eventId() {
    return id();
  }

  /** Whether it ends what it happens to, so that it can happen once only. */
  default boolean isInterrupting() {
    return true;
  }
}
