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

/** One process instance that a journey moves: all that it knows of it and has changed in it. */
public final class Running {
  /** What ends with an activity, however it ends; a task is taken away by whoever completes it. */
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
   * @param clock for expressions that ask what time it is
   * @param others the activities under way in the database
   * @param compensables what can be undone, in the database
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

  /** What has to be opened and closed for its tokens. */
  public Orders orders() {
    return orders;
  }

  /** What can be undone in it. */
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

  /** An activity has ended: nothing that it listened for can happen to it any more. */
  void closeWatches(Activity activity) {
    close(activity, WATCHES);
  }

  /** An activity was taken away. */
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

  /** Some events can happen no more to an activity that stays under way. */
  void closeEvents(Activity activity, List<? extends CatchingNode> events) {
    // Rows of earlier versions stand under the event sub-process, not under its start event.
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

  /** How it has ended; empty while it runs. */
  public Optional<String> endState() {
    return Optional.ofNullable(endState);
  }

  public String deleteReason() {
    return deleteReason;
  }
}
