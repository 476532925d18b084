package dev.outwork.engine.bpmn;

import dev.outwork.api.ProcessEngineException;
import java.util.List;

/** A token that stands at a node: what the node may ask of the journey that carries it. */
public interface Token {
  /** Whether the way is open to this token: its condition holds, or it has none. */
  boolean holds(SequenceFlow flow);

  /** The node is done: a token goes along each flow; along none, the token ends here. */
  void leave(List<SequenceFlow> flows);

  /** There was nothing to wait for: output parameters are set, and the token leaves. */
  void workIsDone();

  /** How many tokens wait at this node in the same scope instance, this one included. */
  int arrivals();

  /** Ends {@code count - 1} other tokens that wait at this node, so that only this one goes on. */
  void join(int count);

  /** Waits until a worker reports the work as done. */
  void openExternalTask(ExternalActivity activity);

  /** Starts what is inside the sub-process, and waits until all of it has ended. */
  void openScope(SubProcess subProcess);

  /** Why this token cannot go on; the transaction is given up. */
  ProcessEngineException stuck(String reason);
}
