package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Set;

/**
 * A node of a process, and what it does with a token.
 *
 * <p>A token enters; when the work of the node is done, its output parameters are set and the node
 * is asked to let the token leave.
 */
public sealed interface FlowNode
    permits Process,
        AssignmentTask,
        StartEvent,
        EndEvent,
        ErrorEndEvent,
        TerminateEndEvent,
        CancelEndEvent,
        NoneThrowEvent,
        LinkThrowEvent,
        LinkCatchEvent,
        SignalThrowEvent,
        EscalationThrowEvent,
        CompensationThrowEvent,
        CatchingNode,
        PassThroughTask,
        BusinessRuleTask,
        ExternalActivity,
        UserTask,
        SubProcess,
        CallActivity,
        MultiInstance,
        ExclusiveGateway,
        ParallelGateway,
        InclusiveGateway,
        EventBasedGateway {

  /** What all nodes have in common. */
  NodeInfo info();

  /** A token has arrived; input parameters are set. */
  void enter(Token token);

  /** The work of this node is done; output parameters are set. */
  default void leave(Token token) {
    token.leave(info().outgoing().allThatHold(this, token));
  }

  /** A token inside this node has ended; only nodes that open a scope are told. */
  default void tokenInsideEnded(Token token) {
    if (token.isEmptyInside()) {
      token.workIsDone();
    }
  }

  /** What is kept for a token that waits here, apart from its boundary events. */
  default Set<Wait> waits() {
    return Set.of();
  }

  /** The events of which the first that happens lets a token go on that waits here. */
  default List<CatchingNode> awaits() {
    return List.of();
  }

  /**
   * Id of the activity whose compensation handler this is (BPMN 2.0, chapter 10.7); null for all
   * other nodes.
   */
  default String compensates() {
    return null;
  }

  default String id() {
    return info().id();
  }
}
