package dev.outwork.engine.token;

import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.Assignments.Event;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.variable.Variables;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the tokens of one instance, and of its call hierarchy, within one transaction, until every
 * token waits or has ended. Not thread-safe; the caller has locked the row of the root.
 */
public final class Journey {
  /**
   * Maximum number of nodes that tokens may enter in one transaction; more are a loop without a
   * wait state.
   */
  public static final int MAX_STEPS = 10_000;

  private final Tree tree;
  private final Running running;
  private final ZonedDateTime localTime;
  private final Instant now;
  private final LifeCycle lifeCycle;
  private final Calls calls;
  private final BusinessRules decisions;
  private final Catchers catchers;
  private final Compensation compensation;
  private final Signals signals;
  private final Conditionals conditionals;
  private final InclusiveJoins inclusiveJoins;
  private int steps;

  /**
   * @param running the instance of this journey
   * @param localTime now, in the time zone of the engine
   */
  public Journey(Tree tree, Running running, ZonedDateTime localTime) {
    this.tree = tree;
    this.running = running;
    this.localTime = localTime;
    this.now = localTime.toInstant();
    this.lifeCycle = new LifeCycle(this, now);
    this.calls = new Calls(this, tree);
    this.decisions = new BusinessRules(tree, now);
    this.catchers = new Catchers(this);
    this.compensation = new Compensation(this);
    this.signals = new Signals(this);
    this.conditionals = new Conditionals(this);
    this.inclusiveJoins = new InclusiveJoins(this);
  }

  /** Places a token on a start event and moves it. */
  public void start(String startId) {
    begin(running, startId);
    moveOn();
  }

  /** Starts an instance with variables: its token moves after those that are on their way. */
  void begin(Running begun, String startId, Map<String, TypedValue> variables) {
    begun.variables().setAllLocal(begun.instance().id(), variables);
    begin(begun, startId);
  }

  private void begin(Running begun, String startId) {
    begun.startsAt(startId);
    begun.evaluator().assign(Event.START, begun.root());
    lifeCycle.arm(begun.root());
    Activity token = lifeCycle.tokenToStart(begun.root(), startId);
    conditionals.begins(begun.root());
    lifeCycle.send(List.of(token));
  }

  /** The work of an activity is done: continues from there. */
  public void complete(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    if (!conditionals.takeFromOutside(activity)) {
      lifeCycle.done(activity);
    }
    moveOn();
  }

  /**
   * The work of an activity has ended in an error or escalation: continues where that is caught. An
   * uncaught error ends its path (docs/rest-api.md, "Propagation of BPMN errors").
   */
  public void raise(String activityInstanceId, Thrown thrown) {
    Activity origin = running.activities().get(activityInstanceId);
    boolean isCaught = catchers.raise(origin, thrown);
    if (!isCaught && thrown.kind() == Thrown.Kind.ERROR) {
      lifeCycle.endHere(origin);
    }
    moveOn();
  }

  /**
   * The trigger of an event has occurred that an activity, or the instance itself, waits for.
   *
   * @param ownerId the waiting activity or instance
   * @param eventId the event
   * @param payload variables of the token that starts at the event
   */
  public void occur(String ownerId, String eventId, Map<String, TypedValue> payload) {
    Activity owner = running.activities().get(ownerId);
    CatchingNode event = running.model().catchingNode(eventId);
    boolean goesOn = owner.node() == event;
    if (!goesOn || !conditionals.takeFromOutside(owner)) {
      event.occur(new TokenAt(this, owner, payload));
    }
    moveOn();
  }

  /** Executes a job that enters or leaves a node. */
  public void continueAsync(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    activity.running().orders().ended(activity);
    if (activity.isIn(Activity.Phase.BEFORE)) {
      lifeCycle.enter(activity);
    } else {
      lifeCycle.leave(activity);
    }
    moveOn();
  }

  /** Variables have changed: triggers conditions that became true. */
  public void variablesHaveChanged() {
    conditionals.variablesHaveChangedFromOutside(running);
    moveOn();
  }

  /** Starts a new instance at other nodes than its start event. */
  public void startWith(List<ModificationInstruction> instructions) {
    if (instructions.stream().anyMatch(each -> each.type() == Type.CANCEL)) {
      throw new NotValidException(
          "Cannot start a process instance with an instruction to cancel: nothing is running yet");
    }
    if (!running.root().node().info().steps().before().isEmpty()) {
      throw new NotValidException(
          "Cannot start process '%s' with instructions: its start listeners became external tasks, which come before its start event"
              .formatted(running.model().key()));
    }
    running.startsAt(firstActivity(instructions));
    running.evaluator().assign(Event.START, running.root());
    lifeCycle.arm(running.root());
    new Modification(this, false).execute(instructions);
    moveOn();
  }

  private static String firstActivity(List<ModificationInstruction> instructions) {
    ModificationInstruction first = instructions.get(0);
    return first.activityId() == null ? first.transitionId() : first.activityId();
  }

  /** Modifies the instance. */
  public void modify(List<ModificationInstruction> instructions, boolean skipIoMappings) {
    new Modification(this, skipIoMappings).execute(instructions);
    moveOn();
  }

  /**
   * Deletes the instance, with all instances that it called; no output parameters are set. A call
   * activity that waits for it is cancelled.
   *
   * @param reason may be null
   */
  public void delete(String reason) {
    calls.delete(running, reason);
    moveOn();
  }

  /** Whether an activity of the instance, or the instance itself, is running. */
  public boolean isUnderWay(String id) {
    return !running.hasEnded()
        && running.activities().find(id).filter(Activity::isUnderWay).isPresent();
  }

  /** The scopes visible from an execution, innermost first; the last one is the instance. */
  public List<String> scopesFrom(String executionId) {
    return running.activities().scopesFrom(executionId);
  }

  /** The instance's variables as this journey knows and changes them. */
  public Variables variables() {
    return running.variables();
  }

  /** Evaluates expressions of the model for an activity of this journey. */
  public Evaluator evaluator() {
    return running.evaluator();
  }

  /** Whether the last token of the instance has ended. */
  public boolean hasEnded() {
    return running.hasEnded();
  }

  public Running running() {
    return running;
  }

  public Tree tree() {
    return tree;
  }

  /** Now, in the time zone of the engine. */
  ZonedDateTime localTime() {
    return localTime;
  }

  public Instant now() {
    return now;
  }

  LifeCycle lifeCycle() {
    return lifeCycle;
  }

  Calls calls() {
    return calls;
  }

  BusinessRules decisions() {
    return decisions;
  }

  Catchers catchers() {
    return catchers;
  }

  Compensation compensation() {
    return compensation;
  }

  Signals signals() {
    return signals;
  }

  Conditionals conditionals() {
    return conditionals;
  }

  /** Moves tokens until all of them wait or have ended. */
  void moveOn() {
    do {
      for (Optional<Activity> next = lifeCycle.nextArrival();
          next.isPresent();
          next = lifeCycle.nextArrival()) {
        step();
        lifeCycle.arrive(next.get());
      }
    } while (anythingElseMoves());
  }

  private boolean anythingElseMoves() {
    List<Running> all = List.copyOf(tree.all());
    all.forEach(conditionals::variablesHaveChanged);
    return lifeCycle.anyArrives() || all.stream().anyMatch(inclusiveJoins::anyGoesOn);
  }

  private void step() {
    if (++steps > MAX_STEPS) {
      throw new ProcessEngineException(
          "Process instance '%s' entered %d nodes in one transaction: process '%s' loops without a wait state"
              .formatted(running.instance().id(), MAX_STEPS, running.model().key()));
    }
  }
}
