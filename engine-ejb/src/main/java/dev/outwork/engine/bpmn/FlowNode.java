package dev.outwork.engine.bpmn;

/** A node of a process, and what it does with a token that enters it. */
public sealed interface FlowNode
    permits StartEvent,
        EndEvent,
        PassThroughTask,
        ExternalActivity,
        SubProcess,
        ExclusiveGateway,
        ParallelGateway,
        ErrorBoundaryEvent {

  /** What all nodes have in common. */
  NodeInfo info();

  /** A token has arrived; input parameters are set. */
  void enter(Token token);

  /**
   * The work of this node is done; output parameters are set. A node that has no work is never
   * asked.
   */
  default void leave(Token token) {
    token.leave(info().outgoing().allThatHold(token));
  }

  default String id() {
    return info().id();
  }
}
