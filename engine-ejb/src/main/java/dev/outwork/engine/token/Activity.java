package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.expression.DecisionResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A token at a node: a row of {@code activity_instance}. Its id names a variable scope and is an
 * execution id in the REST API. The process instance itself is the outermost one; its row is in
 * another table.
 */
public final class Activity {

  /** The position of a token relative to its node. */
  public enum Phase {
    /** On its way, within this transaction. */
    ARRIVING,
    /** Waits for a job to enter the node. */
    BEFORE,
    /** In the node. */
    UNDER_WAY,
    /** The work is done; waits for a job to leave the node. */
    AFTER,
    /**
     * On one of the flows by which its node was left, whose activity has ended; waits for a job to
     * arrive at the flow's target.
     */
    TAKING,
    /** Has left. */
    ENDED,
    /** No longer there, and never was in a node, so no activity started. */
    GONE
  }

  /** A token as it is stored. */
  public record Stored(
      String id, String elementId, String parentId, Phase phase, String thrownBy, String flowId) {

    /** A token in its node, without optional attributes. */
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

  void waitOnFlow() {
    phase = Phase.TAKING;
  }

  /** Another token arrives at the target of its flow. */
  void takeFlow() {
    phase = Phase.GONE;
  }

  void start(Instant now) {
    phase = Phase.UNDER_WAY;
    startedAt = now;
  }

  /** Its input parameters are set: it now reacts to changes of variables. */
  void inside() {
    isInside = true;
  }

  /** Its output parameters are set: it no longer reacts to changes of variables. */
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

  /** {@code completeScope} tells whether the token ended here. */
  void end(Instant now, boolean completeScope) {
    this.phase = Phase.ENDED;
    this.endedAt = now;
    this.completeScope = completeScope;
  }

  /** It is to be cancelled once its output parameters are set. */
  void beginCancellation() {
    canceled = true;
  }

  void cancel(Instant now) {
    boolean never = phase == Phase.ARRIVING || phase == Phase.BEFORE || phase == Phase.TAKING;
    phase = never ? Phase.GONE : Phase.ENDED;
    endedAt = now;
    canceled = true;
  }

  /** The trigger of the node has occurred before the token arrived. */
  void hasHappened(boolean hasHappened) {
    this.hasHappened = hasHappened;
  }

  boolean hasHappened() {
    return hasHappened;
  }

  public boolean isUnderWay() {
    return phase != Phase.ENDED && phase != Phase.GONE;
  }

  public boolean isIn(Phase asked) {
    return phase == asked;
  }

  public Phase phase() {
    return phase;
  }

  public boolean isStored() {
    return isStored;
  }

  /** The phase in the database. */
  public Phase storedPhase() {
    return origin.phase();
  }

  public boolean isRoot() {
    return this == running.root();
  }

  public Running running() {
    return running;
  }

  public FlowNode node() {
    return node;
  }

  /** The node at which it is or, if it waits on a flow, at which it will arrive. */
  FlowNode destination() {
    return phase == Phase.TAKING ? running.model().node(flow().targetId()) : node;
  }

  // Not the flow of this id in the model: what was code on it has become nodes behind it, whose
  // flows have the same id.
  private SequenceFlow flow() {
    return node.info().outgoing().flows().stream()
        .filter(flow -> flow.id().equals(flowId()))
        .findFirst()
        .orElseThrow();
  }

  public String id() {
    return origin.id();
  }

  /** Its id in the form of activity instance ids. */
  String activityInstanceId() {
    return isRoot() ? id() : node.id() + ":" + id();
  }

  /** Id of the surrounding activity or process instance; null for the process instance itself. */
  public String parentId() {
    return origin.parentId();
  }

  /** Id of the compensation event that started it; null except for compensation handlers. */
  public String thrownBy() {
    return origin.thrownBy();
  }

  /**
   * Id of the sequence flow by which it arrived, or on which it waits; for a step before the start
   * event of the process, the id of that event. Null where it does not matter.
   */
  public String flowId() {
    return origin.flowId();
  }

  /** Null before it has entered its node, and if an earlier transaction started it. */
  public Instant startedAt() {
    return startedAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public boolean canceled() {
    return canceled;
  }

  public boolean completeScope() {
    return completeScope;
  }
}
