package dev.outwork.engine.token;

import dev.outwork.api.NotValidException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.Thrown;
import dev.outwork.engine.bpmn.Token;
import dev.outwork.engine.variable.Variables;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
  private final Instant now;
  private final Arrivals arrivals = new Arrivals();
  private final Cancellation cancellation;
  private final Conditionals conditionals;
  private final LifeCycle lifeCycle;
  private final Catchers catchers;
  private final Deletion deletion;
  private final InclusiveJoins inclusiveJoins;
  private final TokenAt.Moves moves;
  private int steps;

  /**
   * @param running the instance of this journey
   * @param localTime now, in the time zone of the engine
   */
  public Journey(Tree tree, Running running, ZonedDateTime localTime) {
    this.tree = tree;
    this.running = running;
    this.now = localTime.toInstant();
    Tokens tokens = this::tokenAt;
    Callers callers = new Callers(tree);
    Compensation compensation = new Compensation(arrivals, now);
    cancellation = new Cancellation(tree, now);
    conditionals = new Conditionals(tokens);
    lifeCycle =
        new LifeCycle(
            tokens, arrivals, cancellation, compensation, conditionals, callers, localTime);
    catchers = new Catchers(tokens, callers);
    deletion = new Deletion(cancellation, callers, new Removal(tokens, lifeCycle));
    inclusiveJoins = new InclusiveJoins(lifeCycle, now);
    moves =
        new TokenAt.Moves(
            lifeCycle,
            arrivals,
            cancellation,
            compensation,
            catchers,
            new Calls(tree, lifeCycle),
            new BusinessRules(tree, now),
            new Signals(tokens),
            localTime);
  }

  private Token tokenAt(Activity activity, Map<String, TypedValue> payload) {
    return new TokenAt(moves, activity, payload);
  }

  /** Places a token on a start event and moves it. */
  public void start(String startId) {
    lifeCycle.begin(running, startId);
    moveOn();
  }

  /** The work of an activity is done: continues from there. */
  public void complete(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    if (!conditionals.takeFromOutside(activity, this::moveOn)) {
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
    if (!goesOn || !conditionals.takeFromOutside(owner, this::moveOn)) {
      event.occur(tokenAt(owner, payload));
    }
    moveOn();
  }

  /** Executes a job that enters or leaves a node, or takes a flow. */
  public void continueAsync(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    activity.running().closeWatches(activity);
    switch (activity.phase()) {
      case BEFORE -> lifeCycle.enter(activity);
      case TAKING -> lifeCycle.takeFlow(activity);
      default -> lifeCycle.leave(activity);
    }
    moveOn();
  }

  /** Variables have changed: triggers conditions that became true. */
  public void variablesHaveChanged() {
    conditionals.variablesHaveChangedFromOutside(running, this::moveOn);
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
    lifeCycle.beginWithoutToken(running, firstActivity(instructions));
    execute(instructions, cancellation::interrupt);
    moveOn();
  }

  private static String firstActivity(List<ModificationInstruction> instructions) {
    ModificationInstruction first = instructions.get(0);
    return first.activityId() == null ? first.transitionId() : first.activityId();
  }

  /** Modifies the instance. */
  public void modify(List<ModificationInstruction> instructions, boolean skipIoMappings) {
    execute(instructions, skipIoMappings ? cancellation::abandon : cancellation::interrupt);
    moveOn();
  }

  private void execute(List<ModificationInstruction> instructions, Consumer<Activity> cancel) {
    new Modification(running, lifeCycle, arrivals, this::tokenAt, cancel).execute(instructions);
    deletion.deleteIfEmpty(running, null);
  }

  /**
   * Deletes the instance, with all instances that it called; no output parameters are set. A call
   * activity that waits for it is cancelled.
   *
   * @param reason may be null
   */
  public void delete(String reason) {
    deletion.delete(running, reason);
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
    return Evaluator.of(running);
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

  public Instant now() {
    return now;
  }

  /** Moves tokens until all of them wait or have ended. */
  private void moveOn() {
    do {
      for (Optional<Activity> next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
        step();
        lifeCycle.arrive(next.get());
      }
    } while (anythingElseMoves());
  }

  private boolean anythingElseMoves() {
    List<Running> all = List.copyOf(tree.all());
    all.forEach(conditionals::variablesHaveChanged);
    return arrivals.any() || all.stream().anyMatch(inclusiveJoins::anyGoesOn);
  }

  private void step() {
    if (++steps > MAX_STEPS) {
      throw new ProcessEngineException(
          "Process instance '%s' entered %d nodes in one transaction: process '%s' loops without a wait state"
              .formatted(running.instance().id(), MAX_STEPS, running.model().key()));
    }
  }
}
