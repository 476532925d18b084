package dev.outwork.engine.bpmn;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.expression.Assignment;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Map;

/** A token that stands at a node: what the node may ask of the journey that carries it. */
public interface Token {
  /** Whether the way is open to this token: its condition holds, or it has none. */
  boolean holds(SequenceFlow flow);

  /** {@code what} names the condition in messages. */
  boolean holds(Condition condition, String what);

  /** {@code what} names the expression in messages. */
  Object evaluate(Expression expression, String what);

  /** A variable of the node's own, null if there is none or if it is no number. */
  int localNumber(String name);

  /** Sets a variable of the node's own. */
  void setLocal(String name, Object value);

  /** Sets the variable of an assignment. */
  void assign(Assignment assignment);

  /** There is nothing more to wait for: output parameters are set, and the token leaves. */
  void workIsDone();

  /** The node is done: a token goes along each flow; along none, the token ends here. */
  void leave(List<SequenceFlow> flows);

  /** False once the token has left or has been taken away. */
  boolean isUnderWay();

  /** How many tokens wait at this node in the same scope instance, this one included. */
  int arrivals();

  /** Ends {@code count - 1} other tokens that wait at this node, so that only this one goes on. */
  void join(int count);

  /** Waits until no other token can come here any more; then they go on as one. */
  void waitForOthers();

  /** Waits until a worker reports the work as done. */
  void openExternalTask(ExternalActivity activity);

  /** Waits until a person reports the work as done. */
  void openUserTask(UserTask task);

  /** Starts an instance of another process, and waits until it has ended. */
  void call(CallActivity activity);

  /** Evaluates a decision and sets what it yields. */
  void decide(BusinessRuleTask task);

  /** Waits for the trigger of a node: of this one or, at an event-based gateway, of a next one. */
  void listen(CatchingNode node);

  /** What this token listened for has happened at a node: goes on from that. */
  void continueAt(CatchingNode node);

  /** Puts a token on a node inside this one. */
  default void beginInside(String elementId) {
    beginInside(elementId, List.of(Map.of()));
  }

  /** Puts as many tokens on a node inside this one, each with variables of its own. */
  void beginInside(String elementId, List<Map<String, Object>> locals);

  /** Whether no token is inside this node. */
  boolean isEmptyInside();

  /** Takes all tokens away that are inside this node. */
  void cancelInside();

  /** Takes all tokens inside away, and listens no more for event sub-processes. */
  void interruptInside();

  /** Takes this token away, with everything inside its node. */
  void interrupt();

  /** Puts a token on a boundary event of this node. */
  void beginBeside(BoundaryEvent event);

  /** Takes all other tokens of the scope away. */
  void cancelOthers();

  /** Throws something out of this node; says whether anything has caught it. */
  boolean raise(Thrown thrown);

  /** Tells everybody who listens for the signal. */
  void signal(SignalThrowEvent event);

  /**
   * Undoes what was completed in the scope of this token, and waits until that is done.
   *
   * @param activityRef the one activity to undo; null for all
   * @return whether there is anything to undo
   */
  boolean compensate(String activityRef);

  /** Why this token cannot go on; the transaction is given up. */
  ProcessEngineException stuck(String reason);
}
