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
 * Moves the tokens of one instance, and of those that it calls or that have called it, within one
 * transaction, until every token rests or has ended. Not thread-safe; its caller holds the row of
 * the tree's root.
 */
public final class Journey {
  /**
   * How many nodes the tokens of one transaction may enter; more is a loop without a wait state.
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
   * @param running the instance that the verbs of this journey are about
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

  /** Puts a token on a start event and moves on. */
  public void start(String startId) {
    lifeCycle.begin(running, startId);
    moveOn();
  }

  /** The work that an activity waited for is done: moves on from there. */
  public void complete(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    if (!conditionals.takeFromOutside(activity, this::moveOn)) {
      lifeCycle.done(activity);
    }
    moveOn();
  }

  /**
   * The work that an activity waited for has ended in an error or escalation: moves on from where
   * that is caught. An error that is caught nowhere ends its path (docs/rest-api.md, "Propagation
   * of BPMN errors").
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
   * Something has happened that an activity, or the instance itself, listens for.
   *
   * @param ownerId who listens
   * @param eventId the event at which it happens
   * @param payload variables of the token that this begins
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

  /** A job that was to enter or leave a node does so. */
  public void continueAsync(String activityInstanceId) {
    Activity activity = running.activities().get(activityInstanceId);
    activity.running().closeWatches(activity);
    if (activity.isIn(Activity.Phase.BEFORE)) {
      lifeCycle.enter(activity);
    } else {
      lifeCycle.leave(activity);
    }
    moveOn();
  }

  /** Variables were changed: moves on from conditions that have become true. */
  public void variablesHaveChanged() {
    conditionals.variablesHaveChangedFromOutside(running, this::moveOn);
    moveOn();
  }

  /** Lets a new instance begin at other nodes than its start event. */
  public void startWith(List<ModificationInstruction> instructions) {
    if (instructions.stream().anyMatch(each -> each.type() == Type.CANCEL)) {
      throw new NotValidException(
          "Cannot start a process instance with an instruction to cancel: nothing is under way yet");
    }
    if (!running.root().node().info().steps().before().isEmpty()) {
      throw new NotValidException(
          "Cannot start process '%s' with instructions: its listeners at the start have become work, which comes before its start event"
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

  /** Changes where the instance stands. */
  public void modify(List<ModificationInstruction> instructions, boolean skipIoMappings) {
    execute(instructions, skipIoMappings ? cancellation::abandon : cancellation::interrupt);
    moveOn();
  }

  private void execute(List<ModificationInstruction> instructions, Consumer<Activity> cancel) {
    new Modification(running, lifeCycle, arrivals, this::tokenAt, cancel).execute(instructions);
    deletion.deleteIfEmpty(running, null);
  }

  /**
   * Ends the instance where it stands, with all that it has called; no output parameter is set. A
   * call activity that waits for it is taken away.
   *
   * @param reason may be null
   */
  public void delete(String reason) {
    deletion.delete(running, reason);
    moveOn();
  }

  /** Whether an activity of the instance, or the instance itself, is under way. */
  public boolean isUnderWay(String id) {
    return !running.hasEnded()
        && running.activities().find(id).filter(Activity::isUnderWay).isPresent();
  }

  /** The scopes that are seen from an execution, innermost first; the last one is the instance. */
  public List<String> scopesFrom(String executionId) {
    return running.activities().scopesFrom(executionId);
  }

  /** What this journey knows and changes of the instance's variables. */
  public Variables variables() {
    return running.variables();
  }

  /** Evaluates expressions of the model as an activity of this journey sees them. */
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

  /** Lets every token move that can. */
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
