package dev.outwork.engine.token;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.variable.Variables;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One process instance that a journey moves: everything that the journey knows of it and has
 * changed.
 */
public final class Running {
  /**
   * The rows that end with an activity in every case; a completed task is deleted by its
   * completion.
   */
  private static final Set<Wait> WATCHES = EnumSet.of(Wait.SUBSCRIPTION, Wait.JOB);

  private final Instance instance;
  private final ProcessModel model;
  private final Variables variables;
  private final boolean isNew;
  private final Clock clock;
  private final Activity root;
  private final Activities activities;
  private final Orders orders;
  private final Compensables compensables;
  private String startActivityId;
  private String endState;
  private String deleteReason;

  /**
   * @param clock for expressions that read the time
   * @param others the running activities in the database
   * @param compensables the compensable activities in the database
   */
  public Running(
      Instance instance,
      ProcessModel model,
      Variables variables,
      boolean isNew,
      Clock clock,
      Supplier<List<Activity.Stored>> others,
      Supplier<List<Compensable>> compensables) {
    this.instance = instance;
    this.model = model;
    this.variables = variables;
    this.isNew = isNew;
    this.clock = clock;
    this.root =
        Activity.stored(
            this, model.process(), Activity.Stored.underWay(instance.id(), model.key(), null));
    this.activities = new Activities(this, others);
    this.orders = new Orders();
    this.compensables = new Compensables(compensables);
    if (model.hasConditions()) {
      variables.rememberTouches();
    }
    if (isNew && model.info().initiator() != null) {
      variables.setAllLocal(
          instance.id(),
          Map.of(
              model.info().initiator(),
              AuthenticatedUser.name().map(TypedValue::string).orElse(TypedValue.NULL)));
    }
  }

  public Instance instance() {
    return instance;
  }

  public ProcessModel model() {
    return model;
  }

  public Variables variables() {
    return variables;
  }

  public Activities activities() {
    return activities;
  }

  /** The rows to create and remove for its tokens. */
  public Orders orders() {
    return orders;
  }

  /** Its compensable activities. */
  public Compensables compensables() {
    return compensables;
  }

  /** The process instance as the outermost activity. */
  Activity root() {
    return root;
  }

  public boolean isNew() {
    return isNew;
  }

  Clock clock() {
    return clock;
  }

  void startsAt(String activityId) {
    startActivityId = activityId;
  }

  public String startActivityId() {
    return startActivityId;
  }

  /** An activity has ended: its events can no longer occur. */
  void closeWatches(Activity activity) {
    close(activity, WATCHES);
  }

  /** An activity was cancelled. */
  void closeAll(Activity activity) {
    close(activity, EnumSet.allOf(Wait.class));
  }

  private void close(Activity activity, Set<Wait> which) {
    for (Wait wait : model.waitsOf(activity.node().id())) {
      if (which.contains(wait)) {
        orders.close(wait, activity.id(), hasRows(activity));
      }
    }
  }

  /** Some events of an activity that keeps running can no longer occur. */
  void closeEvents(Activity activity, List<? extends CatchingNode> events) {
    // Rows of earlier versions refer to the event sub-process instead of its start event.
    Set<String> ids =
        events.stream()
            .flatMap(event -> Stream.of(event.eventId(), event.id()))
            .collect(Collectors.toSet());
    boolean areKept = events.stream().anyMatch(event -> !event.trigger().waits().isEmpty());
    orders.closeEvents(activity.id(), ids, areKept && hasRows(activity));
  }

  private boolean hasRows(Activity activity) {
    return activity.isStored() && !(activity.isRoot() && isNew);
  }

  /** {@code reason} may be null. */
  void end(String state, String reason) {
    closeAll(root);
    endState = state;
    deleteReason = reason;
  }

  public boolean hasEnded() {
    return endState != null;
  }

  /** Its end state; empty while it is running. */
  public Optional<String> endState() {
    return Optional.ofNullable(endState);
  }

  public String deleteReason() {
    return deleteReason;
  }
}
