package dev.outwork.engine.bpmn;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.VariableAssignment;
import java.util.List;
import java.util.Map;

/** A token at a node: the operations that nodes may call. */
public interface Token {
  /** Whether the token may take the flow: its condition is true, or it has none. */
  boolean holds(SequenceFlow flow);

  /** {@code what} names the condition in messages. */
  boolean holds(Condition condition, String what);

  /** {@code what} names the expression in messages. */
  Object evaluate(Expression expression, String what);

  /** A local variable of the node; throws an exception if it does not exist or is not a number. */
  int localNumber(String name);

  /** Sets a local variable of the node. */
  void setLocal(String name, Object value);

  /** Sets the variable of an assignment. */
  void assign(VariableAssignment assignment);

  /** Completes the work of the node: output parameters are set, and the token leaves. */
  void workIsDone();

  /** Moves a token along each flow; without flows, the token ends here. */
  void leave(List<SequenceFlow> flows);

  /** False once the token has left or was cancelled. */
  boolean isUnderWay();

  /** The number of tokens that wait at this node in the same scope instance, this one included. */
  int arrivals();

  /** Merges {@code count} tokens that wait at this node into this one. */
  void join(int count);

  /** Waits until no other token can arrive here; then all of them continue as one. */
  void waitForOthers();

  /** Waits for the report of a worker. */
  void openExternalTask(ExternalActivity activity);

  /** Waits until a person completes the task. */
  void openUserTask(UserTask task);

  /** Starts an instance of another process, and waits until it has ended. */
  void call(CallActivity activity);

  /** Evaluates a decision and sets its result variable. */
  void decide(BusinessRuleTask task);

  /**
   * Waits for the trigger of a node: of this one or, at an event-based gateway, of a following one.
   */
  void listen(CatchingNode node);

  /** Continues at a node whose trigger has occurred. */
  void continueAt(CatchingNode node);

  /** Places a token on a node inside this one. */
  default void beginInside(String elementId) {
    beginInside(elementId, List.of(Map.of()));
  }

  /** Places one token for each map of local variables on a node inside this one. */
  void beginInside(String elementId, List<Map<String, Object>> locals);

  /** Whether no token is inside this node. */
  boolean isEmptyInside();

  /** Cancels all tokens inside this node. */
  void cancelInside();

  /** Cancels all tokens inside this node, and its subscriptions for event sub-processes. */
  void interruptInside();

  /** Cancels this token, with everything inside its node. */
  void interrupt();

  /** Places a token on a boundary event of this node. */
  void beginBeside(BoundaryEvent event);

  /** Cancels all other tokens of the scope. */
  void cancelOthers();

  /** Throws an event out of this node; returns whether it was caught. */
  boolean raise(Thrown thrown);

  /** Broadcasts the signal of an event. */
  void signal(SignalThrowEvent event);

  /**
   * Compensates completed activities in the scope of this token, and waits until that is done.
   *
   * @param activityRef the one activity to compensate; null for all
   * @return whether there is anything to compensate
   */
  boolean compensate(String activityRef);

  /** The exception for a token that cannot continue; it rolls the transaction back. */
  ProcessEngineException stuck(String reason);
}
