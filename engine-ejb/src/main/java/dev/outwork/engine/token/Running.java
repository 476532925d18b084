package dev.outwork.engine.token;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.variable.Variables;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One process instance that a journey moves: everything that the journey knows of it and has
 * changed.
 */
public final class Running {
  private final Instance instance;
  private final ProcessModel model;
  private final Variables variables;
  private final boolean isNew;
  private final Clock clock;
  private final Activity root;
  private final Activities activities;
  private final Evaluator evaluator;
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
    this.evaluator = new Evaluator(this);
    this.orders = new Orders(this);
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

  Evaluator evaluator() {
    return evaluator;
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

  /** {@code reason} may be null. */
  void end(String state, String reason) {
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
