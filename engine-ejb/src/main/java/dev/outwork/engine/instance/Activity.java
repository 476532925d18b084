package dev.outwork.engine.instance;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.expression.DecisionResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A token at a node: a row of {@code activity_instance}. Its id names a scope for variables and is
 * an execution id on the wire. The process instance itself is the outermost one; its row is
 * elsewhere.
 */
public final class Activity {

  /** Where a token stands with regard to its node. */
  enum Phase {
    /** On its way, within this transaction. */
    ARRIVING,
    /** Waits for a job to enter the node. */
    BEFORE,
    /** In the node. */
    UNDER_WAY,
    /** The work is done; waits for a job to leave the node. */
    AFTER,
    /** Has left. */
    ENDED,
    /** Was taken away before it entered the node: it never happened. */
    GONE
  }

  /** A token as it is stored. */
  public record Stored(
      String id, String elementId, String parentId, Phase phase, String thrownBy, String flowId) {

    /** One in its node, of which nothing else matters. */
    public static Stored underWay(String id, String elementId, String parentId) {
      return new Stored(id, elementId, parentId, Phase.UNDER_WAY, null, null);
    }
  }

  private final Running running;
  private final FlowNode node;
  private final Stored origin;
  private final boolean isStored;
  private Phase phase;
  private Instant startedAt;
  private Instant endedAt;
  private boolean canceled;
  private boolean completeScope;
  private boolean hasHappened;
  private boolean isInside;
  private boolean isDone;
  private DecisionResult decisionResult;

  private Activity(Running running, FlowNode node, Stored origin, boolean isStored) {
    this.running = running;
    this.node = node;
    this.origin = origin;
    this.isStored = isStored;
    this.phase = origin.phase();
    this.isInside = origin.phase() == Phase.UNDER_WAY;
  }

  /** A token that this transaction sends to a node. */
  static Activity arriving(Running running, FlowNode node, Stored origin) {
    return new Activity(running, node, origin, false);
  }

  /** A token of an earlier transaction, or the process instance. */
  static Activity stored(Running running, FlowNode node, Stored origin) {
    return new Activity(running, node, origin, true);
  }

  void waitBefore() {
    phase = Phase.BEFORE;
  }

  void start(Instant now) {
    phase = Phase.UNDER_WAY;
    startedAt = now;
  }

  /** Its input parameters are set: it can hear of changes of variables. */
  void inside() {
    isInside = true;
  }

  /** Its output parameters are set: it hears of no change any more. */
  void done() {
    isInside = false;
    isDone = true;
  }

  /** Whether it is between its input and its output parameters. */
  boolean isInside() {
    return isInside && phase == Phase.UNDER_WAY;
  }

  /** Its decision is evaluated; what that has yielded is known until this transaction ends. */
  void decided(DecisionResult result) {
    decisionResult = result;
  }

  /** Empty if it has evaluated none. */
  Optional<DecisionResult> decisionResult() {
    return Optional.ofNullable(decisionResult);
  }

  boolean isDone() {
    return isDone;
  }

  void waitAfter() {
    phase = Phase.AFTER;
  }

  /** {@code completeScope} says whether the token has nowhere to go from here. */
  void end(Instant now, boolean completeScope) {
    this.phase = Phase.ENDED;
    this.endedAt = now;
    this.completeScope = completeScope;
  }

  /** It will be taken away, once its output parameters are set. */
  void beginCancellation() {
    canceled = true;
  }

  void cancel(Instant now) {
    boolean never = phase == Phase.ARRIVING || phase == Phase.BEFORE;
    phase = never ? Phase.GONE : Phase.ENDED;
    endedAt = now;
    canceled = true;
  }

  /** What the node waits for has happened before the token arrived. */
  void hasHappened(boolean hasHappened) {
    this.hasHappened = hasHappened;
  }

  boolean hasHappened() {
    return hasHappened;
  }

  boolean isUnderWay() {
    return phase != Phase.ENDED && phase != Phase.GONE;
  }

  boolean isIn(Phase asked) {
    return phase == asked;
  }

  Phase phase() {
    return phase;
  }

  boolean isStored() {
    return isStored;
  }

  /** The phase that the database has. */
  Phase storedPhase() {
    return origin.phase();
  }

  boolean isRoot() {
    return this == running.root();
  }

  Running running() {
    return running;
  }

  FlowNode node() {
    return node;
  }

  String id() {
    return origin.id();
  }

  /** Its id where activity instances are told apart from executions. */
  String activityInstanceId() {
    return isRoot() ? id() : node.id() + ":" + id();
  }

  /** Id of the activity that it is in, or of the process instance; null for that itself. */
  String parentId() {
    return origin.parentId();
  }

  /** Id of the compensation event that began it; null for all but compensation handlers. */
  String thrownBy() {
    return origin.thrownBy();
  }

  /**
   * Id of the sequence flow by which it came; of a step of the process before its start event, the
   * id of that. Null where it does not matter.
   */
  String flowId() {
    return origin.flowId();
  }

  /** Null before it has entered its node, and if an earlier transaction began it. */
  Instant startedAt() {
    return startedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  boolean canceled() {
    return canceled;
  }

  boolean completeScope() {
    return completeScope;
  }
}
