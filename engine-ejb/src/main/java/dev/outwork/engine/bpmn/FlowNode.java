package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Set;

/**
 * A node of a process, with its behaviour.
 *
 * <p>A token enters; when the work of the node is done, its output parameters are set and the node
 * lets the token leave.
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

  /** The common attributes of nodes. */
  NodeInfo info();

  /** A token has arrived; input parameters are set. */
  void enter(Token token);

  /** The work of this node is done; output parameters are set. */
  default void leave(Token token) {
    token.leave(info().outgoing().allThatHold(this, token));
  }

  /** A token inside this node has ended; called only for nodes that open a scope. */
  default void tokenInsideEnded(Token token) {
    if (token.isEmptyInside()) {
      token.workIsDone();
    }
  }

  /** The rows that exist for a token waiting here, apart from those of boundary events. */
  default Set<Wait> waits() {
    return Set.of();
  }

  /** The events for which a token waits here; the first that occurs lets it continue. */
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
